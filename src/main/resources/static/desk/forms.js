/* A form is sent once, however often its button is pressed; a summary of faults takes the focus. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
  } else if (form.method === "post") {
    form.dataset.sent = "yes";
  }
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
document.addEventListener("DOMContentLoaded", () => {
  const announced = document.querySelector("[data-takes-focus]");
  if (announced) {
    announced.focus();
  }
});
