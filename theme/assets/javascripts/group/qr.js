// A QR code as a drawing in the page: black on white in every colour scheme, with the white edge that a camera needs.

import { correction, generate } from "../lib/lean-qr/lean-qr.js";

const SVG = "http://www.w3.org/2000/svg";
/** The white edge that the standard asks for, in squares. */
const EDGE = 4;

/**
 * Draws a text. Capitals, digits and full stops alone take the shortest mode: one of our codes fits in 53 squares.
 * @param {string} text
 * @param {string} label what it is, for who does not see it
 */
export function drawQr(text, label) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const side = code.size + 2 * EDGE;
  const drawing = make("svg", { viewBox: `${-EDGE} ${-EDGE} ${side} ${side}`, role: "img", "aria-label": label });
  drawing.classList.add("vw-qr");
  drawing.append(
    make("rect", { x: -EDGE, y: -EDGE, width: side, height: side, fill: "#fff" }),
    make("path", { d: pathOf(code), fill: "#000", "shape-rendering": "crispEdges" }),
  );
  return drawing;
}

/**
 * Gives the black squares, those beside each other as one.
 * @param {{size: number, get: (x: number, y: number) => boolean}} code
 */
function pathOf({ size, get }) {
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (get(x, y)) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}

/** @type {(name: string, attributes: Record<string, string | number>) => SVGElement} */
function make(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
