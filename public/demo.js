// The demo page's language and story, from its own address: `?lang=az&item=ferry`. A publisher's server would write
// them into the page; no part of Newsrail. Classic and external, so that it also runs under a strict policy.
(function () {
  "use strict";
  var words = {
    ru: { outlet: "Каспийский вестник", all: "Лента новостей", latest: "Последние новости", invented: "Газета, люди и события выдуманы.",
      story: "Министр транспорта: соглашение о каботаже открывает побережью прямую линию с четырьмя портами" },
    az: { outlet: "Xəzər Carçısı", all: "Xəbər lenti", latest: "Son xəbərlər", invented: "Qəzet, adamlar və hadisələr uydurmadır.",
      story: "Nəqliyyat naziri: kabotaj sazişi sahili dörd limanla birbaşa xətlə birləşdirir" },
    en: { outlet: "The Caspian Courier", all: "All the news", latest: "Latest news", invented: "The newspaper, its people and events are invented.",
      story: "Transport minister: cabotage deal gives the coast a direct line to four ports" },
    ar: { outlet: "بريد قزوين", all: "كل الأخبار", latest: "آخر الأخبار", invented: "الصحيفة وأشخاصها وأحداثها من نسج الخيال.",
      story: "وزير النقل: اتفاق الملاحة الساحلية يفتح للساحل خطًا مباشرًا إلى أربعة موانئ" }
  };
  // Not every browser's Intl knows Azerbaijani.
  var azMonths = "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr".split(" ");
  var azDays = ["bazar", "bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə"];

  var query = new URLSearchParams(location.search);
  var lang = words.hasOwnProperty(query.get("lang")) ? query.get("lang") : "ru";
  var item = query.get("item") || "cabotage";
  var say = words[lang];
  var feed = "feeds/" + lang + "/simple.json";

  function all(selector, change) {
    document.querySelectorAll(selector).forEach(change);
  }

  function today() {
    var now = new Date();
    if (lang === "az") return now.getDate() + " " + azMonths[now.getMonth()] + " " + now.getFullYear() + ", " + azDays[now.getDay()];
    var form = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
    return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang + "-u-nu-latn", form).format(now).replace(/\s*г\.$/, "");
  }

  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  document.title = say.outlet;
  all("[data-say]", function (node) { node.textContent = say[node.dataset.say] });
  all(".today", function (node) { node.textContent = today() });
  all(".mast nav a", function (link) {
    if (link.lang === lang) link.setAttribute("aria-current", "page");
  });
  all("news-ticker, news-article, news-rail", function (element) {
    element.setAttribute("src", feed);
    element.setAttribute("lang", lang);
  });
  all("news-ticker > a, news-rail > a", function (link) { link.href = "?lang=" + lang });
  all("news-article", function (element) { element.setAttribute("item", item) });
  all("news-article > a", function (link) { link.href = "?lang=" + lang + "&item=" + encodeURIComponent(item) });
  // The rail marks the story that the article shows; a publisher's page would have its canonical URL say so.
  all("news-article", function (element) {
    element.addEventListener("news-update", function (event) {
      var story = event.target === element && element.items[0];
      if (story && story.url) all("news-rail", function (rail) { rail.setAttribute("current", story.url) });
    });
  });
})();
