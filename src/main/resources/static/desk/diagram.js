/* Draws each diagram of the case when it is first seen, with the current steps marked. */
(() => {
  const READABLE = 0.85;
  const MOVES = {
    ArrowLeft: { dx: 60, dy: 0 },
    ArrowRight: { dx: -60, dy: 0 },
    ArrowUp: { dx: 0, dy: 60 },
    ArrowDown: { dx: 0, dy: -60 },
  };

  function open(container) {
    if (container.dataset.drawn) {
      return;
    }
    container.dataset.drawn = "yes";
    const viewer = new BpmnJS({ container, zoomScroll: { enabled: false } });
    fetch(container.dataset.address, { credentials: "same-origin", headers: { Accept: "application/xml" } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
      .then((xml) => viewer.importXML(xml))
      .then(() => show(viewer, container))
      .catch(() => {
        container.classList.add("diagram-missing");
        container.textContent = "The diagram could not be drawn; the current steps are named above.";
      });
  }

  function show(viewer, container) {
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    const active = container.dataset.active.split(" ").filter((id) => elements.get(id));
    container.querySelectorAll("svg").forEach((picture) => picture.setAttribute("aria-hidden", "true"));
    active.forEach((id) => canvas.addMarker(id, "is-active"));
    const views = {
      all: () => canvas.zoom("fit-viewport", "auto"),
      step: () => toStep(canvas, elements.get(active[active.length - 1])),
      in: () => canvas.zoom(Math.min(canvas.zoom() * 1.25, 3)),
      out: () => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.15)),
    };
    const buttons = container.parentElement.querySelector(".diagram-buttons");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const view = event.target.dataset.view;
      if (view) {
        views[view]();
      }
    });
    container.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (move) {
        event.preventDefault();
        canvas.scroll(move);
      }
    });
    views[active.length ? "step" : "all"]();
  }

  /* The step in the middle, large enough to read. */
  function toStep(canvas, step) {
    canvas.zoom(READABLE);
    const box = canvas.viewbox();
    canvas.viewbox({
      x: step.x + step.width / 2 - box.width / 2,
      y: step.y + step.height / 2 - box.height / 2,
      width: box.width,
      height: box.height,
    });
  }

  document.querySelectorAll("[data-diagram]").forEach((container) => {
    if (container.offsetParent) {
      open(container);
    }
  });
  document.addEventListener("shown.bs.tab", (event) => {
    document.querySelectorAll(event.target.dataset.bsTarget + " [data-diagram]").forEach(open);
  });
})();
