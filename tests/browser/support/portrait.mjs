// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of somebody who does not exist, as agents have one.

/** In the page: head and shoulders before a wall, as a PNG in base64. */
function drawInThePage(side) {
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const pen = canvas.getContext("2d");
  const oval = (colour, x, y, width, height) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(x * side, y * side, width * side, height * side, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  const wall = pen.createLinearGradient(0, 0, side, side);
  wall.addColorStop(0, "#cfe3ea");
  wall.addColorStop(1, "#8fb4c4");
  pen.fillStyle = wall;
  pen.fillRect(0, 0, side, side);
  oval("#3b2a20", 0.5, 0.42, 0.25, 0.29);
  oval("#3b2a20", 0.5, 0.6, 0.26, 0.22);
  oval("#e9e4da", 0.5, 1.02, 0.4, 0.26);
  oval("#c98f6b", 0.5, 0.7, 0.09, 0.16);
  oval("#d9a27d", 0.5, 0.46, 0.175, 0.225);
  oval("#3b2a20", 0.44, 0.28, 0.19, 0.1);
  return canvas.toDataURL("image/png").split(",")[1];
}

/** The agent has it from now on; page: any. */
export async function givesPortrait(page, agent) {
  const bytes = await page.evaluate(drawInThePage, 192);
  await agent.ask("agent.setPicture", { bytes });
}
