// SPDX-License-Identifier: GPL-3.0-or-later

/** Files that are dragged over the panel, and dropped onto it. Nothing else of what is dragged is
 *  its concern, and where no files are taken, nothing is. */
export class Dropping {
  isOver = false;

  constructor(
    private readonly isOffered: () => boolean,
    private readonly dropped: (files: readonly File[]) => void,
    private readonly changed: () => void,
  ) {}

  readonly over = (event: DragEvent): void => {
    if (this.isOffered() && event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      this.show(true);
    }
  };

  readonly left = (event: DragEvent): void => {
    const panel = event.currentTarget as HTMLElement;
    if (!panel.contains(event.relatedTarget as Node | null)) {
      this.show(false);
    }
  };

  readonly drop = (event: DragEvent): void => {
    if (this.isOver) {
      event.preventDefault();
      this.show(false);
      this.dropped([...(event.dataTransfer?.files ?? [])]);
    }
  };

  private show(isOver: boolean): void {
    if (isOver !== this.isOver) {
      this.isOver = isOver;
      this.changed();
    }
  }
}
