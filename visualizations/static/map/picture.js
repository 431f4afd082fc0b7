// The picture of all that is not selected: wider than the window, moved while the camera moves, painted anew after it.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const WIDER = 1.6;
  // Milliseconds: between two paintings while the camera moves.
  const BETWEEN = 60;
  // The picture of one scale serves up to so many times that scale.
  const COARSE = 4;

  S.Picture = class {
    #box;
    #network;
    #painter;
    #canvas = document.createElement("canvas");
    #covers = null;
    #painted = 0;

    constructor(box, network, painter) {
      [this.#box, this.#network, this.#painter] = [box, network, painter];
    }

    /** What is painted no longer fits what there is to see. */
    drop() {
      this.#covers = null;
    }

    /** Put the picture on the window; `dim` fades it for a selection. Returns whether it is sharp. */
    put(ctx, dim) {
      const scale = this.#network.getScale();
      if (!this.#covers || (!this.#enough(scale) && performance.now() - this.#painted > BETWEEN)) this.#paint(scale, dim);
      const { left, top, right, bottom } = this.#covers;
      // Without smoothing a third more frames, and nothing is lost while pixels lie on pixels.
      ctx.imageSmoothingEnabled = scale !== this.#covers.scale;
      ctx.drawImage(this.#canvas, left, top, right - left, bottom - top);
      const { x, y } = this.#network.getViewPosition();
      return scale === this.#covers.scale && x === this.#covers.x && y === this.#covers.y;
    }

    /** What of the network is in the window. */
    sight() {
      const { x, y } = this.#network.getViewPosition();
      const scale = this.#network.getScale();
      const [across, down] = [this.#box.clientWidth / scale / 2, this.#box.clientHeight / scale / 2];
      return { left: x - across, right: x + across, top: y - down, bottom: y + down };
    }

    #enough(scale) {
      const { left, top, right, bottom } = this.sight();
      const covers = this.#covers;
      return covers.left <= left && covers.right >= right && covers.top <= top && covers.bottom >= bottom &&
        scale / covers.scale < COARSE;
    }

    /** Paint the window and a border around it, pixels on the pixels of the screen. */
    #paint(scale, dim) {
      const density = globalThis.devicePixelRatio || 1;
      const { clientWidth, clientHeight } = this.#box;
      const [aside, above] = [clientWidth, clientHeight].map((side) => Math.ceil((side * (WIDER - 1)) / 2));
      const corner = this.#network.DOMtoCanvas({ x: -aside, y: -above });
      const [width, height] = [clientWidth + 2 * aside, clientHeight + 2 * above];
      Object.assign(this.#canvas, { width: Math.round(width * density), height: Math.round(height * density) });
      const area = { left: corner.x, top: corner.y, right: corner.x + width / scale, bottom: corner.y + height / scale };
      const ctx = this.#canvas.getContext("2d");
      const unit = scale * density;
      ctx.setTransform(unit, 0, 0, unit, -area.left * unit, -area.top * unit);
      this.#painter.paint(ctx, scale, area, this.sight(), dim);
      this.#covers = { ...area, scale, ...this.#network.getViewPosition() };
      this.#painted = performance.now();
    }
  };
})();
