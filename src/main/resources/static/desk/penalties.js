const offerToPrint = () => document.querySelectorAll("[data-prints][hidden]").forEach((button) => (button.hidden = false));
document.addEventListener("DOMContentLoaded", offerToPrint);
document.addEventListener("htmx:afterSettle", () => {
  offerToPrint();
  document.querySelectorAll(".what-if-form [aria-describedby]").forEach((input) => {
    const fault = document.getElementById(`${input.id}-fault`);
    if (fault && fault.textContent) {
      input.setAttribute("aria-invalid", "true");
    } else {
      input.removeAttribute("aria-invalid");
    }
  });
});

/* After an entry was added or removed, or a calculation refused, the keyboard goes on from there. */
let next = null;
document.addEventListener("htmx:afterSettle", () => {
  const announced = document.querySelector("#what-if [data-takes-focus]") || (next && document.getElementById(next));
  next = null;
  if (announced) {
    announced.focus();
  }
});
document.addEventListener("click", (event) => {
  const change = event.target.closest("[name=change]");
  next = change ? change.getAttribute("formaction").split("#")[1] : null;
  if (event.target.closest("[data-prints]")) {
    window.print();
  }
});
