/* Colours the diagram by the list beside it; a click on a step is a click on its entry in the list. */
(() => {
  const MOVES = {
    ArrowLeft: { dx: 60, dy: 0 },
    ArrowRight: { dx: -60, dy: 0 },
    ArrowUp: { dx: 0, dy: 60 },
    ArrowDown: { dx: 0, dy: -60 },
  };
  const container = document.querySelector("[data-heat]");
  if (!container) {
    return;
  }
  const entries = [...document.querySelectorAll(".heat-list [data-stage]")];
  const entryOf = (stage) => entries.find((entry) => entry.dataset.stage === stage);
  const viewer = new BpmnJS({ container, zoomScroll: { enabled: false } });

  function choose(stage) {
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    entries.forEach((entry) => {
      const chosen = entry.dataset.stage === stage;
      entry.toggleAttribute("aria-current", chosen);
      if (chosen) {
        entry.setAttribute("aria-current", "true");
      }
      if (elements.get(entry.dataset.stage)) {
        canvas[chosen ? "addMarker" : "removeMarker"](entry.dataset.stage, "is-chosen");
      }
    });
  }

  function color() {
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    const overlays = viewer.get("overlays");
    entries.forEach((entry) => {
      const element = elements.get(entry.dataset.stage);
      if (!element) {
        return;
      }
      canvas.addMarker(element, "has-figures");
      if (entry.dataset.step >= 0) {
        canvas.addMarker(element, "heat-" + entry.dataset.step);
      }
      const badge = document.createElement("div");
      badge.className = "heat-badge";
      badge.textContent = entry.dataset.brief;
      overlays.add(element, { position: { top: -9, left: element.width + 4 }, html: badge, show: { minZoom: 0.4 } });
    });
  }

  function show() {
    const canvas = viewer.get("canvas");
    container.querySelectorAll("svg").forEach((picture) => picture.setAttribute("aria-hidden", "true"));
    color();
    const views = {
      all: () => canvas.zoom("fit-viewport", "auto"),
      in: () => canvas.zoom(Math.min(canvas.zoom() * 1.25, 3)),
      out: () => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.15)),
    };
    const buttons = container.parentElement.querySelector(".diagram-buttons");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      if (event.target.dataset.view) {
        views[event.target.dataset.view]();
      }
    });
    container.addEventListener("keydown", (event) => {
      if (MOVES[event.key]) {
        event.preventDefault();
        canvas.scroll(MOVES[event.key]);
      }
    });
    viewer.on("element.click", ({ element }) => {
      const entry = entryOf(element.id);
      if (entry) {
        entry.click();
      }
    });
    const chosen = entries.find((entry) => entry.hasAttribute("aria-current"));
    if (chosen) {
      choose(chosen.dataset.stage);
    }
    views.all();
  }

  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.target.dataset && event.target.dataset.stage) {
      choose(event.target.dataset.stage);
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "stage") {
      event.target.focus({ preventScroll: true });
      event.target.scrollIntoView({ block: "start" });
    }
  });
  fetch(container.dataset.address, { credentials: "same-origin", headers: { Accept: "application/xml" } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then((xml) => viewer.importXML(xml))
    .then(show)
    .catch(() => {
      container.classList.add("diagram-missing");
      container.textContent = "The diagram could not be drawn; the list has the figures of its steps.";
    });
})();
