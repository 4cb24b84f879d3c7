/* A form is sent once, however often its button is pressed, unless a new tab shows what comes of it; a summary of faults, or the field to go on with, takes the focus. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
  } else if (form.method === "post" && event.submitter?.formTarget !== "_blank") {
    form.dataset.sent = "yes";
  }
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
/* After loading: going to the address's fragment takes the focus away */
window.addEventListener("load", () => {
  const next = document.querySelector("form[data-next]");
  const announced = document.querySelector("[data-takes-focus]") || (next && document.getElementById(next.dataset.next));
  if (announced) {
    announced.focus();
  }
});
/* Enter in the search of a form searches; elsewhere it sends the form. */
document.addEventListener("keydown", (event) => {
  const finder = event.key === "Enter" && event.target.closest(".finder-line");
  if (finder && event.target.tagName === "INPUT") {
    event.preventDefault();
    finder.querySelector("button").click();
  }
});
