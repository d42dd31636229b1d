// A picture that is moved and zoomed: by pointer and wheel, by keys, by buttons.

import { h } from "./dom.js";

const margin = 24;

/** The picture in a frame of its own. `plan` says how wide and high it is. */
export function panAndZoom(picture, plan) {
  const whole = { x: -margin, y: -margin, width: plan.width + 2 * margin, height: plan.height + 2 * margin };
  const frame = h("div", { class: "frame", tabindex: 0, role: "group", "aria-label": "Picture of the models" }, picture);
  // Where the middle stands, and how many units of the picture a pixel is.
  let view = { x: 0, y: 0, scale: 1 };

  const show = () => {
    const [width, height] = [frame.clientWidth * view.scale, frame.clientHeight * view.scale];
    picture.setAttribute("viewBox", `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
  };
  const fit = () => {
    const scale = Math.max(whole.width / (frame.clientWidth || 1), whole.height / (frame.clientHeight || 1), 0.8);
    view = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2, scale };
    show();
  };
  const move = (x, y) => {
    const within = (value, start, length) => Math.min(Math.max(value, start), start + length);
    view.x = within(view.x + x * view.scale, whole.x, whole.width);
    view.y = within(view.y + y * view.scale, whole.y, whole.height);
    show();
  };
  /** Zooms so that the point at so many pixels from the middle stays where it is. */
  const zoom = (factor, x = 0, y = 0) => {
    const scale = Math.min(Math.max(view.scale * factor, 0.2), 20);
    view.x += x * (view.scale - scale);
    view.y += y * (view.scale - scale);
    view.scale = scale;
    show();
  };

  keys(frame, { fit, move, zoom });
  pointer(frame, { move, zoom });
  // The height follows the picture, within reason; it is known once the width is.
  let width = 0;
  new ResizeObserver(() => {
    if (frame.clientWidth !== width) {
      width = frame.clientWidth;
      const wanted = Math.min(whole.height, whole.height * width / whole.width);
      frame.style.height = `${Math.round(Math.min(Math.max(wanted, 220), innerHeight * 0.75))}px`;
      fit();
    } else {
      show();
    }
  }).observe(frame);

  const button = (text, label, action) => h("button", { type: "button", class: "quiet", "aria-label": label, onclick: action }, text);
  return h("div", { class: "picture" }, frame, h("p", { class: "hint" },
    button("+", "Zoom in", () => zoom(1 / 1.25)), " ", button("−", "Zoom out", () => zoom(1.25)), " ",
    button("Fit", "Show the whole picture", fit), " ",
    button("Full screen", "Full screen", () => frame.requestFullscreen?.().then(fit, () => {})), " ",
    "Drag to move. With the picture in focus: arrows move, + and − and the wheel zoom, 0 fits."));
}

function keys(frame, { fit, move, zoom }) {
  const actions = {
    ArrowLeft: () => move(-40, 0), ArrowRight: () => move(40, 0), ArrowUp: () => move(0, -40), ArrowDown: () => move(0, 40),
    "+": () => zoom(1 / 1.25), "=": () => zoom(1 / 1.25), "-": () => zoom(1.25), 0: fit,
  };
  frame.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(actions, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    actions[event.key]();
  });
}

function pointer(frame, { move, zoom }) {
  let last = null;
  let way = 0;
  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    last = event;
    way = 0;
  });
  frame.addEventListener("pointermove", (event) => {
    if (!last) return;
    way += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY);
    // A click on a box is no drag: the pointer is taken only once it has moved.
    if (way > 4 && !frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
    move(last.clientX - event.clientX, last.clientY - event.clientY);
    last = event;
  });
  for (const kind of ["pointerup", "pointercancel"]) frame.addEventListener(kind, () => { last = null; });
  frame.addEventListener("click", (event) => { if (way > 4) event.preventDefault(); }, true);
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  // The wheel scrolls the page unless the picture has the focus, or the fingers pinch.
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !frame.contains(document.activeElement)) return;
    event.preventDefault();
    const area = frame.getBoundingClientRect();
    zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 300))),
      event.clientX - area.left - area.width / 2, event.clientY - area.top - area.height / 2);
  }, { passive: false });
}
