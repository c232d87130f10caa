// Words for the harness's scripts. `n`: which news element, by place on the page (0) or by selector.
const hosts = () => [...document.querySelectorAll("news-rail, news-ticker, news-article")];
const host = (n = 0) => (typeof n === "number" ? hosts()[n] : document.querySelector(n)) || null;
// Skeleton rows look like stories to the style sheet; they are none.
const all = (selector, n) => {
  const el = host(n), nodes = el && el.shadowRoot ? [...el.shadowRoot.querySelectorAll(selector)] : [];
  return selector.includes("skeleton") ? nodes : nodes.filter((node) => !node.closest(".skeleton"));
};
const one = (selector, n) => all(selector, n)[0] || null;
// Direction marks and isolates are there for the eye, not for comparison.
const text = (node) => node ? node.textContent.replace(/[\u200e\u200f\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim() : null;
const texts = (selector, n) => all(selector, n).map(text);
const clock = (node) => { const found = /\d\d:\d\d/.exec(text(node) || ""); return found && found[0]; };
const state = (n) => { const el = host(n); return el && el.getAttribute("state"); };
const baku = (instant) => {
  const pattern = { timeZone: "Asia/Baku", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const at = Object.fromEntries(new Intl.DateTimeFormat("en-GB", pattern).formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return { ...at, clock: at.hour + ":" + at.minute };
};
const visible = (node) => !!node && [...node.getClientRects()].some((r) => r.width > 0 && r.height > 0);
const style = (selector, name, n) => { const node = one(selector, n); return node && getComputedStyle(node)[name]; };
const stories = (n) => all(".story", n).map((li) => ({
  id: li.dataset.id || null,
  headline: text(li.querySelector(".headline")),
  href: li.querySelector(".headline") && li.querySelector(".headline").href,
  clock: clock(li.querySelector(".time")),
  section: text(li.querySelector(".section")),
  badges: [...li.querySelectorAll(".badge")].map((badge) => badge.className),
  current: li.classList.contains("current"),
}));
const headlines = (n) => stories(n).map((story) => story.headline);
const seen = (type, n) => { const from = n === undefined ? null : host(n); return window.__seen.events.filter((e) => e.type === type && (!from || e.target === from)).map((e) => e.detail); };
