"use strict";
// Times in the viewer's zone, buttons that copy, and pages that stay up to date.
// Everything is readable without it; text of logs only ever arrives as escaped HTML from our own server.
(() => {
  const PAUSE = 5000;
  const LIVE_PAUSE = 30000;
  const fresh = document.getElementById("fresh");
  let tag = null;
  let heardAt = Date.now();

  function words(seconds) {
    const s = Math.max(0, Math.floor(seconds));
    if (s < 60) return s + " s";
    const m = Math.floor(s / 60);
    if (m < 60) return m < 5 && s % 60 ? m + " min " + (s % 60) + " s" : m + " min";
    const h = Math.floor(m / 60);
    if (h < 24) return m % 60 ? h + " h " + (m % 60) + " min" : h + " h";
    return h % 24 ? Math.floor(h / 24) + " d " + (h % 24) + " h" : Math.floor(h / 24) + " d";
  }

  function ago(at) {
    const since = (Date.now() - at) / 1000;
    if (Math.abs(since) < 5) return "just now";
    return since < 0 ? "in " + words(-since) : words(since) + " ago";
  }

  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hour12: false });
  const local = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

  function times(root) {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = Date.parse(time.dateTime);
      if (Number.isNaN(at)) continue;
      if ("clock" in time.dataset) {
        if (!time.title) {
          time.title = local.format(at) + " (" + time.dateTime + ")";
          time.textContent = clock.format(at);
        }
        continue;
      }
      const text = ago(at);
      if (time.textContent !== text) time.textContent = text;
      if (!time.dataset.utc) {
        time.dataset.utc = time.title;
        time.title = local.format(at) + " (" + time.dataset.utc + ")";
        const shown = time.parentElement.querySelector(":scope > .utc");
        if (shown) {
          shown.title = time.dataset.utc;
          shown.textContent = local.format(at);
        }
      }
    }
  }

  function copies(root) {
    if (!navigator.clipboard) return;
    for (const code of root.querySelectorAll("[data-copy]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", "Copy: " + code.textContent.slice(0, 80));
      button.addEventListener("click", () =>
        navigator.clipboard.writeText(code.textContent.trimEnd()).then(
          () => { button.textContent = "Copied"; setTimeout(() => { button.textContent = "Copy"; }, 2000); },
          () => { button.textContent = "Select it to copy"; }));
      code.after(button);
    }
  }

  // Nothing is taken from under the hands of somebody who types, chooses or marks.
  function inUse(part) {
    const active = document.activeElement;
    if (part.contains(active) && active.matches("input, textarea, select")) return true;
    for (const field of part.querySelectorAll("input, textarea")) {
      if (field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue) return true;
    }
    const marked = document.getSelection();
    return Boolean(marked && !marked.isCollapsed && part.contains(marked.anchorNode));
  }

  function replace(part, next) {
    const open = new Set([...part.querySelectorAll("details[open]")].map((d) => d.id));
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    const focused = active && { href: active.getAttribute("href"), index: [...part.querySelectorAll("a, button, summary, [tabindex]")].indexOf(active) };
    part.replaceChildren(...next.childNodes);
    for (const name of ["class", "data-headline"]) {
      if (next.hasAttribute(name)) part.setAttribute(name, next.getAttribute(name));
    }
    for (const d of part.querySelectorAll("details")) d.open = open.has(d.id);
    copies(part);
    times(part);
    if (focused) {
      const all = [...part.querySelectorAll("a, button, summary, [tabindex]")];
      // Several links may lead to one place: the one that stood there comes first.
      const there = all[focused.index];
      const moved = focused.href && all.find((e) => e.getAttribute("href") === focused.href);
      const again = there && there.getAttribute("href") === focused.href ? there : moved || there;
      if (again) again.focus({ preventScroll: true });
    }
  }

  function say(text, stale) {
    if (fresh.textContent !== text) fresh.textContent = text;
    fresh.className = stale ? "stale" : "";
  }

  function take(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    let whole = true;
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = page.getElementById(part.id);
      if (!next) continue;
      if (inUse(part)) { whole = false; continue; }
      const before = part.dataset.headline;
      replace(part, next);
      if (part.dataset.headline && part.dataset.headline !== before) say(part.dataset.headline, false);
    }
    document.title = page.title;
    return whole;
  }

  // What was made by a form stands at another address.
  function from() {
    const part = document.querySelector("[data-from]");
    return part ? part.dataset.from : location.pathname + location.search;
  }

  async function refresh() {
    try {
      const answer = await fetch(from(), { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
      if (answer.redirected) { location.reload(); return; }
      if (answer.status === 200 && take(await answer.text())) tag = answer.headers.get("ETag");
      if (answer.ok || answer.status === 304) {
        heardAt = Date.now();
        if (fresh.className) say("Connected again.", false);
      } else {
        say("This page could not be brought up to date (" + answer.status + "); it is as it was " + ago(heardAt) + ".", true);
      }
    } catch {
      say("The service does not answer; this page is as it was " + ago(heardAt) + ".", true);
    }
    times(document);
  }

  // The service says that something has changed; who is not told asks now and then.
  function follow() {
    const own = document.querySelector("[data-every]");
    const every = own ? Number(own.dataset.every) - 50 : 0;
    let asked = Date.now(), due = null, events = null;
    const ask = () => { due = null; asked = Date.now(); if (!document.hidden) refresh(); };
    const mark = (on) => { document.documentElement.dataset.live = on ? "on" : "off"; };
    // A browser has few connections for one place: a page that nobody looks at gives its back.
    const listen = () => {
      if (document.hidden && events) { events.close(); events = null; mark(false); }
      if (document.hidden || events) return;
      events = new EventSource("/live");
      events.addEventListener("open", () => mark(true));
      events.addEventListener("error", () => mark(false));
      // Many pages hear of it at once, and should not all ask at once.
      events.addEventListener("change", () => { if (due === null) due = setTimeout(ask, Math.random() * 400); });
    };
    listen();
    document.addEventListener("visibilitychange", listen);
    setInterval(() => {
      const told = events && events.readyState === EventSource.OPEN;
      if (Date.now() - asked >= (every || (told ? LIVE_PAUSE : PAUSE))) ask();
    }, 1000);
  }

  const here = location.pathname === "/" ? "/" : "/" + location.pathname.split("/")[1];
  for (const link of document.querySelectorAll(".top nav a")) {
    if (link.getAttribute("href") === here) link.setAttribute("aria-current", "page");
  }
  if (new URLSearchParams(location.search).has("said")) history.replaceState(null, "", location.pathname);
  copies(document);
  times(document);
  if (document.querySelector("[data-live]")) {
    follow();
    document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  }
  setInterval(() => times(document), 1000);
})();
