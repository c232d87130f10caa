//! Components in a real browser: mount and unmount, what reaches the DOM, and what never does.
#![cfg(all(target_arch = "wasm32", feature = "browser"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that finds nothing fails, as it should")]

use gloo_timers::future::TimeoutFuture;
use newsrail::element::exports::{attributes, connect, disconnect, items, mounted};
use newsrail::item::Time;
use newsrail::text::{Zone, language};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

const NEWS: &str = r#"{"title":"Gazette","url":"https://gazette.example/","time_zone":"Asia/Baku","items":[
 {"id":"b","title":"<img src=x onerror=\"window.hit=1\"> & more","url":"https://gazette.example/b","published":"2026-03-02T10:30:00Z","section":"Port","media":"video"},
 {"id":"a","title":"Bridge lifts","url":"https://gazette.example/a","published":"2026-03-02T11:55:00Z","summary":"The lock is free.","content_html":"<p>One.</p><p>Two <b>bold</b>.</p>","authors":["Ines Quill"]},
 {"id":"c","title":"No way","url":"javascript:alert(1)","published":"2026-03-02T09:00:00Z"}]}"#;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element of ours in the page, mounted; removed and unmounted when dropped.
struct Page {
    key: u32,
    host: HtmlElement,
    root: ShadowRoot,
}

impl Page {
    async fn new(tag: &str, json: &str, attributes: &[(&str, &str)]) -> Self {
        Self::with_light(tag, json, attributes, None).await
    }

    async fn with_light(tag: &str, json: &str, attributes: &[(&str, &str)], light: Option<&str>) -> Self {
        thread_local!(static KEY: std::cell::Cell<u32> = const { std::cell::Cell::new(0) });
        let key = KEY.get() + 1;
        KEY.set(key);
        let host: HtmlElement = document().create_element(tag).unwrap().unchecked_into();
        for (name, value) in attributes {
            host.set_attribute(name, value).unwrap();
        }
        if let Some(text) = light {
            let link = document().create_element("a").unwrap();
            link.set_text_content(Some(text));
            host.append_child(&link).unwrap();
        }
        if !json.is_empty() {
            let script = document().create_element("script").unwrap();
            script.set_attribute("type", "application/json").unwrap();
            script.set_text_content(Some(json));
            host.append_child(&script).unwrap();
        }
        document().body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        connect(key, host.clone(), root.clone());
        settle().await;
        Self { key, host, root }
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }

    fn state(&self) -> String {
        self.host.get_attribute("state").unwrap_or_default()
    }

    async fn set(&self, name: &str, value: &str) {
        self.host.set_attribute(name, value).unwrap();
        attributes(self.key);
        settle().await;
    }

    fn click(&self, selector: &str) {
        self.all(selector)[0].clone().unchecked_into::<HtmlElement>().click();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        disconnect(self.key);
        self.host.remove();
    }
}

async fn settle() {
    TimeoutFuture::new(20).await;
}

#[wasm_bindgen_test]
async fn a_rail_shows_inline_stories_newest_first_in_the_newsrooms_zone() {
    let page = Page::new("news-rail", NEWS, &[("lang", "en")]).await;
    assert_eq!(page.texts(".headline")[0], "Bridge lifts");
    let times: Vec<String> = page
        .texts("time")
        .iter()
        .map(|t| t.chars().rev().take(5).collect::<Vec<_>>().into_iter().rev().collect())
        .collect();
    assert_eq!(times, ["15:55", "14:30", "13:00"]);
    assert_eq!(page.state(), "live");
}

#[wasm_bindgen_test]
async fn markup_in_a_headline_is_text_and_runs_nothing() {
    let page = Page::new("news-rail", NEWS, &[]).await;
    assert_eq!(page.texts(".headline")[1], "<img src=x onerror=\"window.hit=1\"> & more");
    assert!(page.all("img").is_empty());
    assert!(js_sys::Reflect::get(&js_sys::global(), &"hit".into()).unwrap().is_undefined());
}

#[wasm_bindgen_test]
async fn a_script_address_is_no_link() {
    let page = Page::new("news-rail", NEWS, &[]).await;
    assert_eq!(page.all(".headline")[2].get_attribute("href"), None);
    assert_eq!(page.texts(".headline")[2], "No way");
}

#[wasm_bindgen_test]
async fn the_links_of_the_page_show_through_until_there_are_stories() {
    let page = Page::with_light("news-rail", "", &[], Some("The whole feed")).await;
    assert_eq!((page.state().as_str(), page.all("slot").len(), page.all(".skeleton").len()), ("fallback", 1, 0));
    let filled = Page::with_light("news-rail", NEWS, &[], Some("The whole feed")).await;
    assert_eq!((filled.state().as_str(), filled.all("slot").len()), ("live", 0));
}

#[wasm_bindgen_test]
async fn without_links_a_skeleton_of_the_right_length_holds_the_place() {
    let page = Page::new("news-rail", "", &[("limit", "7"), ("src", "http://127.0.0.1:9/nobody.json")]).await;
    assert_eq!((page.state().as_str(), page.all(".skeleton li").len()), ("loading", 7));
}

#[wasm_bindgen_test]
async fn without_a_feed_nothing_pretends_to_load() {
    let page = Page::new("news-rail", "", &[]).await;
    assert_eq!((page.state().as_str(), page.all("slot").len(), page.all(".skeleton").len()), ("fallback", 1, 0));
}

#[wasm_bindgen_test]
async fn an_empty_list_says_so_quietly() {
    let page = Page::new("news-rail", "[]", &[("lang", "en")]).await;
    assert_eq!((page.state().as_str(), page.all(".notice").len(), page.all("[role=alert]").len()), ("empty", 1, 0));
}

#[wasm_bindgen_test]
async fn another_language_changes_words_and_direction_and_keeps_the_rows() {
    let page = Page::new("news-rail", NEWS, &[("lang", "ru")]).await;
    assert_eq!(page.texts(".heading"), ["Последние новости"]);
    let row = page.all("li.story")[0].clone();
    js_sys::Reflect::set(&row, &"mine".into(), &JsValue::TRUE).unwrap();
    page.set("lang", "ar").await;
    assert_eq!(page.all(".rail")[0].get_attribute("dir").as_deref(), Some("rtl"));
    assert_ne!(page.texts(".heading"), ["Последние новости"]);
    let same = js_sys::Reflect::get(&page.all("li.story")[0], &"mine".into()).unwrap();
    assert_eq!(same, JsValue::TRUE);
}

#[wasm_bindgen_test]
async fn a_lower_limit_takes_rows_away_and_a_higher_one_brings_them_back() {
    let page = Page::new("news-rail", NEWS, &[("limit", "2")]).await;
    assert_eq!(page.all("li.story").len(), 2);
    page.set("limit", "3").await;
    assert_eq!(page.all("li.story").len(), 3);
}

#[wasm_bindgen_test]
async fn pause_holds_and_says_so_and_can_be_released() {
    let page = Page::new("news-rail", NEWS, &[]).await;
    page.click(".pause");
    settle().await;
    assert_eq!(page.state(), "paused");
    page.click(".pause");
    settle().await;
    assert_eq!(page.state(), "live");
}

#[wasm_bindgen_test]
async fn an_article_shows_the_item_asked_for_as_plain_paragraphs() {
    let page = Page::new("news-article", NEWS, &[("item", "a"), ("lang", "en")]).await;
    assert_eq!(page.texts("h1"), ["Bridge lifts"]);
    assert_eq!(page.texts(".body p"), ["One.", "Two bold."]);
    assert_eq!(page.all(".body b").len(), 0);
    assert_eq!(page.texts(".author"), ["Ines Quill"]);
    assert!(page.texts(".dateline")[0].contains("2 March 2026"), "{:?}", page.texts(".dateline"));
}

#[wasm_bindgen_test]
async fn an_article_without_its_story_says_so() {
    let page = Page::new("news-article", NEWS, &[("item", "nowhere")]).await;
    assert_eq!((page.all("h1").len(), page.all(".notice").len()), (0, 1));
}

#[wasm_bindgen_test]
async fn the_ticker_walks_round_by_its_buttons() {
    let page = Page::new("news-ticker", NEWS, &[]).await;
    assert_eq!(page.texts(".headline"), ["Bridge lifts"]);
    page.click(".previous");
    settle().await;
    assert_eq!(page.texts(".headline"), ["No way"]);
    page.click(".next");
    settle().await;
    assert_eq!(page.texts(".headline"), ["Bridge lifts"]);
    assert!(page.all("button").iter().all(|b| b.get_attribute("aria-label").is_some_and(|name| !name.is_empty())));
}

#[wasm_bindgen_test]
async fn items_are_plain_objects_with_the_names_of_own_json() {
    let page = Page::new("news-rail", NEWS, &[]).await;
    let list: js_sys::Array = items(page.key).dyn_into().unwrap();
    assert_eq!(list.length(), 3);
    let title = js_sys::Reflect::get(&list.get(0), &"title".into()).unwrap();
    assert_eq!(title.as_string().as_deref(), Some("Bridge lifts"));
}

#[wasm_bindgen_test]
async fn broken_inline_data_keeps_the_links_and_reports_once() {
    let seen = std::rc::Rc::new(std::cell::Cell::new(0));
    let count = seen.clone();
    let listener = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || count.set(count.get() + 1));
    document().add_event_listener_with_callback("news-error", listener.as_ref().unchecked_ref()).unwrap();
    let page = Page::with_light("news-rail", "{\"items\":[", &[], Some("The whole feed")).await;
    assert_eq!((page.state().as_str(), page.all("slot").len(), seen.get()), ("fallback", 1, 1));
    document().remove_event_listener_with_callback("news-error", listener.as_ref().unchecked_ref()).unwrap();
}

#[wasm_bindgen_test]
async fn five_hundred_mounts_leave_nothing_behind() {
    for _ in 0..500 {
        let host: HtmlElement = document().create_element("news-rail").unwrap().unchecked_into();
        let script = document().create_element("script").unwrap();
        script.set_attribute("type", "application/json").unwrap();
        script.set_text_content(Some(NEWS));
        host.append_child(&script).unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        connect(9_000, host.clone(), root.clone());
        disconnect(9_000);
        assert!(root.child_nodes().length() == 0, "the view is gone from the shadow root");
        host.remove();
    }
    settle().await;
    assert_eq!(mounted(), 0);
}

#[wasm_bindgen_test]
fn zones_come_from_the_browser_with_their_history() {
    let at = |seconds| Time::from_timestamp(seconds, 0).unwrap();
    let baku = Zone::named("Asia/Baku").unwrap();
    assert_eq!(baku.offset_seconds(at(1_435_708_800)), 5 * 3_600);
    assert_eq!(baku.offset_seconds(at(1_772_452_800)), 4 * 3_600);
    let berlin = Zone::named("Europe/Berlin").unwrap();
    assert_eq!((berlin.offset_seconds(at(1_772_452_800)), berlin.offset_seconds(at(1_782_000_000))), (3_600, 7_200));
    assert_eq!(Zone::named("Mars/Olympus"), None);
}

#[wasm_bindgen_test]
fn days_and_months_read_the_same_here_as_natively() {
    let noon = Time::from_timestamp(1_772_452_800, 0).unwrap();
    let baku = Zone::named("Asia/Baku").unwrap();
    let say = |tag| language(tag).0.weekday_date(noon, &baku);
    assert_eq!(say("ru"), "понедельник, 2 марта 2026");
    assert_eq!(say("en"), "Monday, 2 March 2026");
    assert!(say("az").contains("2 mart 2026") && say("az").contains("bazar ertəsi"), "{}", say("az"));
    assert!(say("ar").contains("مارس") && say("ar").contains("الاثنين"), "{}", say("ar"));
}
