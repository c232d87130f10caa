// Newsrail's loader: brings the elements to the page, and keeps the page whole when anything fails.
// It defines the elements at once, asks for the feed and for the wasm at the same time, and owns fallback and rebirth.
// It knows nothing about news. Classic script, no globals; the build fills in the names between @ signs.
(function () {
  "use strict";
  var version = "@VERSION@", doc = document, script = doc.currentScript, tags = ["news-rail", "news-ticker", "news-article"];
  // A module has no currentScript: then the tag that names this file is ours.
  if (!script) script = [].slice.call(doc.querySelectorAll("script[src]")).filter(function (s) { return /\/newsrail\.js([?#]|$)/.test(s.src) }).pop();
  if (!script) return console.warn("newsrail: no script tag whose src ends in newsrail.js");
  var base = script.src, told = {};

  // Script-tag form: the element is created right where the tag stands; in <head> nothing visible can stand.
  function place() {
    var text = script.textContent.trim(), data = script.dataset;
    if (doc.head.contains(script) || !script.parentNode || !(data.src || data.element || text)) return;
    var tag = data.element || tags[0];
    if (tags.indexOf(tag) < 0) console.warn("newsrail: no element " + tag + "; news-rail is used"), tag = tags[0];
    var el = doc.createElement(tag);
    for (var a of script.attributes) if (/^data-(?!element$)/.test(a.name)) el.setAttribute(a.name.slice(5), a.value);
    if (text) {
      // Stories written between the tags are inline data, as a child script is for an element.
      // No script: text put into one by script is a Trusted Types violation.
      var inline = doc.createElement("template");
      inline.setAttribute("type", "application/json");
      inline.append(text);
      el.append(inline);
    }
    script.after(el);
  }

  var known = customElements.get(tags[0]);
  if (known) {
    if (known.version !== version) console.warn("newsrail: version " + known.version + " is on this page already; " + version + " stands back");
    return place();
  }

  var live, glue, wasm, generation = 0, deaths = [], count = 0;
  // Elements by mount key and back; feed answers asked for ahead, and those last shown; elements that changed documents.
  var mounts = new Map(), keys = new WeakMap(), early = new Map(), kept = new Map(), moved = new WeakSet();

  function state(el, word) {
    if (el.getAttribute("state") === word) return;
    el.setAttribute("state", word);
    el.dispatchEvent(new CustomEvent("news-state", { bubbles: true, composed: true, detail: { state: word } }));
  }

  // The links inside the element come back; what was shown stays, as links that need no script.
  function fall(el, word, code, message, advice) {
    var root = el.shadowRoot;
    if (root) {
      // Clones carry no listeners: nothing on the page points into a dead instance.
      var kept = root.querySelector("a[href]") && [].map.call(root.childNodes, function (n) { return n.cloneNode(true) });
      root.replaceChildren.apply(root, kept || [doc.createElement("slot")]);
      root.querySelectorAll("button").forEach(function (b) { b.remove() });
    }
    state(el, word);
    el.dispatchEvent(new CustomEvent("news-error", { bubbles: true, composed: true, detail: { code: code, message: message, advice: advice } }));
    if (!told[code]) console.error("newsrail: " + message);
    told[code] = 1;
  }

  function refused(el, error) {
    // WebKit lets a module be compiled and refuses the instance, in words only.
    var blocked = error === 1 || /content.security.policy|unsafe-eval/i.test(error);
    fall(el, "fallback", blocked ? "wasm-refused" : "wasm-failed", blocked
      ? "WebAssembly is not allowed here. Add 'wasm-unsafe-eval' to script-src of the page's Content-Security-Policy; the links stay until then"
      : "the program at " + new URL("@WASM@", base).href + " did not start (" + error + "). Serve it with status 200, type application/wasm and Access-Control-Allow-Origin; the links stay until then",
    blocked ? "fix the header" : "report");
  }

  // One instance for all elements. The smallest module that uses reference types tells policy and age before a byte is fetched.
  function start() {
    return live || (live = new Promise(function (done, fail) {
      try { new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111])) } catch (_) { return fail(1) }
      wasm = wasm || compile("@WASM@");
      Promise.all([code("@GLUE@", generation), wasm]).then(function (both) {
        return both[0].default({ module_or_path: both[1] }).then(function () {
          both[0].boot(generation, { died: died, take: take, read: read, keep: function (url, response) { kept.set(url, response) } });
          done(glue = both[0]);
        });
      }).catch(function (error) { wasm = 0, fail(error) });
    }));
  }

  // A module script is evaluated once per address, and every instance needs glue of its own.
  function code(name, time) { return import(new URL(name, base).href + (time ? "#" + time : "")) }

  function compile(name) {
    return fetch(new URL(name, base).href, { credentials: "omit" }).then(function (response) {
      if (!response.ok) throw "status " + response.status;
      // A server that does not know the type costs the streaming compile, not the widget.
      return /^application\/wasm\b/.test(response.headers.get("content-type")) ? WebAssembly.compileStreaming(response)
        : response.arrayBuffer().then(WebAssembly.compile);
    });
  }

  // The second module reads XML, HTML and the rarer JSON formats, in an instance of its own: what kills it costs one answer.
  var reader, readers = 0, second;
  function markup() {
    second = second || compile("@MARKUP_WASM@");
    return reader || (reader = Promise.all([code("@MARKUP_GLUE@", readers), second]).then(function (both) {
      return both[0].default({ module_or_path: both[1] }).then(function () { return both[0] });
    }));
  }

  function read(bytes, format, url, type, status, now) {
    var mine = markup();
    return mine.then(function (m) { return m.decode(bytes, format, url, type, status, now) }).catch(function (error) {
      if (reader === mine) reader = 0, readers++;
      if (isTrap(error)) throw 1;
      throw second = 0, String(error);
    });
  }

  // The feed is asked for while the wasm is still on its way. The same rule as src/fetch/request_url.rs, which a test holds
  // together: lists of WordPress and Ghost are asked for names and pictures; no other address is touched.
  function request(src) {
    var parts = new URL(src, doc.baseURI).href.split("#")[0].split("?"), path = parts[0].replace(/\/+$/, ""), query = parts.slice(1).join("?");
    var more = /\/wp\/v2\/posts$/.test(path) || /(^|&)rest_route=(\/|%2F)wp(\/|%2F)v2(\/|%2F)posts(\/|%2F)*(&|$)/i.test(query)
      ? ["_embed=author,wp:featuredmedia,wp:term", "per_page=20"]
      : /\/ghost\/api\/.*\/content\/posts$|\/ghost\/api\/content\/posts$/.test(path) ? ["include=authors,tags", "limit=20"] : [];
    return more.reduce(function (url, pair) {
      var name = pair.split("=")[0];
      if (new RegExp("(^|&)" + name + "([=[%&]|$)").test(query)) return url;
      return url + (/[?&]$/.test(url) ? "" : url.indexOf("?") < 0 ? "?" : "&") + pair;
    }, more.length ? parts[0] + (parts.length > 1 ? "?" + query : "") : new URL(src, doc.baseURI).href);
  }

  function ahead(el) {
    (el.getAttribute("src") || "").split(/\s+/, 6).filter(function (src) { return src && !/^disabled$/i.test(src) }).slice(0, 5).forEach(function (src) {
      try {
        var url = request(src);
        if (early.has(url) || !/^http/.test(url)) return;
        var answer = fetch(url, { cache: "no-cache", credentials: "omit", signal: AbortSignal.timeout && AbortSignal.timeout(15e3) });
        // Both modules come side by side where the answer's type already tells that both are needed.
        answer.then(function (r) { if (/xml|html/.test(r.headers.get("content-type"))) return markup() }).catch(function () {});
        hold(url, answer);
      } catch (_) { /* a wrong address is reported where it is read */ }
    });
  }

  // Rust takes the answer that was asked for ahead, or the bytes last shown when an instance is reborn.
  function take(url) {
    var answer = early.get(url);
    return answer && answer.then(function (response) { return response.clone() });
  }
  function hold(url, answer) {
    early.set(url, answer);
    // Later mounts ask for themselves: an answer this old is not news.
    setTimeout(function () { if (early.get(url) === answer) early.delete(url) }, 2e4);
  }

  // Three rebirths within a minute are enough.
  function spent() { return deaths.filter(function (t) { return Date.now() - t < 6e4 }).length > 3 }
  function isTrap(error) { return error instanceof WebAssembly.RuntimeError }

  // The only way into the program. A trap was reported by its panic hook; the page's own error handlers need not know.
  function enter(name, a, b) {
    var born = generation;
    try { return glue[name](a, b) } catch (error) {
      if (!isTrap(error)) throw error;
      // Out of memory or stack: a trap that no hook reports.
      died(born, String(error));
    }
  }

  // A panic: this instance is never entered again. What it showed stays until the next instance shows the same.
  function died(of, message) {
    if (of !== generation) return;
    generation++;
    live = glue = 0;
    var now = Date.now(), quiet = function (event) {
      if (isTrap(event.reason || event.error)) event.preventDefault();
    };
    // In the capturing phase, so that the page's own listeners find the trap dealt with.
    addEventListener("error", quiet, true);
    addEventListener("unhandledrejection", quiet, true);
    deaths.push(now);
    setTimeout(function () {
      var all = Array.from(mounts.values()), over = spent();
      mounts.clear();
      kept.forEach(function (response, url) { hold(url, Promise.resolve(response)) });
      all.forEach(function (el) {
        keys.delete(el);
        fall(el, over ? "static" : el.getAttribute("state") || "fallback", "crashed", "the program stopped (" + message + ")", "report");
        if (!over) up(el);
      });
      setTimeout(function () { removeEventListener("error", quiet, true); removeEventListener("unhandledrejection", quiet, true) }, 1e3);
    });
  }

  function has(el) {
    return /^(?!\s*(disabled\s*)?$)/i.test(el.getAttribute("src") || "") || el.querySelector(":scope>:is(script,template)[type='application/json']:not([slot])");
  }

  function up(el) {
    if (keys.has(el) || spent()) return;
    if (!has(el)) return state(el, "fallback");
    var mine = ++count, born = generation;
    keys.set(el, mine);
    ahead(el);
    Promise.all([start(), parsed(el)]).then(function (ready) {
      if (keys.get(el) !== mine || !el.isConnected) return;
      // It died while the children were still on their way.
      if (born !== generation) return keys.delete(el), up(el);
      mounts.set(mine, el);
      el.addEventListener("news-update", shown);
      ready[0].connect(mine, el, el.shadowRoot || el.attachShadow({ mode: "open" }));
    }).catch(function (error) {
      // A trap while mounting was reported by the panic hook already.
      if (keys.get(el) !== mine || born !== generation) return;
      keys.delete(el);
      live = 0;
      refused(el, error);
    });
  }

  function down(el) {
    var mine = keys.get(el);
    if (mounts.delete(mine) && glue) enter("disconnect", mine);
    keys.delete(el);
    box.unobserve(el);
    if (widths.delete(el) && !el.hasAttribute("height")) el.style.blockSize = "";
  }

  // Its children may still be on their way from the parser.
  function parsed(el) {
    return new Promise(function (done) {
      for (var at = el; at; at = at.parentNode) if (at.nextSibling || doc.readyState !== "loading") return done();
      doc.addEventListener("DOMContentLoaded", done, { once: true });
    });
  }

  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      near.unobserve(entry.target);
      if (entry.target.isConnected) up(entry.target);
    });
  }, { rootMargin: "100% 0px" });

  function sync(el) {
    if (!el.isConnected) return near.unobserve(el), down(el);
    if (moved.delete(el)) down(el);
    if (keys.has(el)) return;
    watch.observe(el, { attributes: true });
    reserve(el);
    var loading = (el.getAttribute("loading") || "").trim().toLowerCase();
    if (loading === "eager" || loading !== "lazy" && el.getBoundingClientRect().top < 2 * innerHeight) up(el);
    else near.observe(el);
  }

  // The heights that keep everything outside where it is: reserve, settle, shown.
  /* loader/height.js */

  var watch = new MutationObserver(function (records) {
    new Set(records.map(function (r) { return /^(state|style|class)$/.test(r.attributeName) ? 0 : r.target })).forEach(function (el) {
      if (!el) return;
      reserve(el);
      if (!mounts.has(keys.get(el)) || !glue) return sync(el);
      enter("attributes", keys.get(el));
      requestAnimationFrame(settle.bind(0, el));
    });
  });

  class NewsElement extends HTMLElement {
    static get version() { return version }
    // Moves and re-renders of the page fire these in pairs: look again when the page has settled.
    connectedCallback() {
      queueMicrotask(sync.bind(0, this));
      // Inline data may come with the children.
      if (doc.readyState === "loading") parsed(this).then(sync.bind(0, this));
    }
    disconnectedCallback() { queueMicrotask(sync.bind(0, this)) }
    connectedMoveCallback() {}
    adoptedCallback() { moved.add(this) }
    refresh() { command(this, "refresh") }
    pause() { command(this, "pause") }
    resume() { command(this, "resume") }
    get items() { return mounts.has(keys.get(this)) && glue && enter("items", keys.get(this)) || [] }
  }

  function command(el, word) { if (mounts.has(keys.get(el)) && glue) enter("command", keys.get(el), word) }

  tags.forEach(function (tag) {
    try { customElements.define(tag, class extends NewsElement {}) } catch (_) { console.warn("newsrail: " + tag + " belongs to somebody else on this page") }
  });
  place();
})();
