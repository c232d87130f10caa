// A toy element with the widget's outside (shadow root, parts, events, state): it proves the harness, not the widget.
customElements.define("news-rail", class extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    var el = this, root = el.attachShadow({ mode: "open" }), story = document.createElement("li"), pause = document.createElement("button");
    story.className = "story";
    story.dataset.id = "a1";
    [["time", "time", "16:09"], ["a", "headline", "\u2068Ferry & tram\u2069"], ["span", "section", "Ports"]].forEach(function (piece) {
      var node = document.createElement(piece[0]);
      node.className = piece[1];
      node.append(piece[2]);
      story.append(node);
    });
    pause.className = "pause";
    pause.append("Pause");
    pause.onclick = function () {
      el.setAttribute("state", el.getAttribute("state") === "paused" ? "live" : "paused");
      el.dispatchEvent(new CustomEvent("news-state", { bubbles: true, composed: true, detail: { state: el.getAttribute("state") } }));
    };
    root.append(pause, story);
    el.setAttribute("state", "live");
    el.dispatchEvent(new CustomEvent("news-ready", { bubbles: true, composed: true }));
  }
  // From a page's script, because engines hide what a driver's script throws.
  misbehave() {
    setTimeout(function () {
      console.error("one");
      console.warn("two");
      Promise.reject(new Error("three"));
      document.getElementById("above").style.marginBlockEnd = "50px";
      throw new Error("four");
    });
  }
  refresh() { fetch(this.getAttribute("src")).catch(function () {}) }
});
