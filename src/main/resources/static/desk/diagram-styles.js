/*
 * The library that draws diagrams writes styles into attributes, which the content policy of the pages forbids. On a page
 * with a diagram they are set as properties instead, which it allows. Comes before the library.
 */
(() => {
  const { setAttributeNS } = Element.prototype;
  Element.prototype.setAttributeNS = function (namespace, name, value) {
    if (name === "style") {
      this.style.cssText = value;
    } else {
      setAttributeNS.call(this, namespace, name, value);
    }
  };
  const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  Object.defineProperty(Element.prototype, "innerHTML", {
    ...innerHTML,
    set(html) {
      innerHTML.set.call(this, typeof html === "string" ? html.replace(/ style="/g, ' data-style="') : html);
      this.querySelectorAll("[data-style]").forEach((element) => {
        element.style.cssText = element.dataset.style;
        element.removeAttribute("data-style");
      });
    },
  });
})();
