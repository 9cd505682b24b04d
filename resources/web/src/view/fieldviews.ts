// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Field, Values, Wrong } from "../model/fields.js";
import type { Catalogue } from "../texts/catalogue.js";
import type { TextKey } from "../texts/en.js";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const ids: Readonly<Record<string, string>> = {
  nickname: "name",
  emailAddress: "email",
  text: "question",
};
const labels: Readonly<Record<string, TextKey>> = {
  nickname: "name",
  firstName: "firstName",
  lastName: "lastName",
  emailAddress: "email",
  fromAddress: "email",
  subject: "subject",
  text: "question",
};
const completions: Readonly<Record<string, string>> = {
  nickname: "name",
  firstName: "given-name",
  lastName: "family-name",
  emailAddress: "email",
  fromAddress: "email",
};

const idOf = ({ name }: Field) => ids[name] ?? `field-${name}`;

/** How a form's fields are shown, and what is written in them. */
export interface FieldsShown {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly wrong: Readonly<Record<string, Wrong>>;
  readonly catalogue: Catalogue;
  readonly isDisabled: boolean;
}

export function fieldViews(shown: FieldsShown): unknown {
  const view = (field: Field) => (field.type === "checkbox" ? box : line)(field, shown);
  return repeat(shown.fields, ({ name }) => name, view);
}

function labelOf(field: Field, catalogue: Catalogue): string {
  const own = labels[field.name];
  return field.label || (own ? catalogue.text(own) : field.name);
}

function wrongText(field: Field, { wrong, catalogue }: FieldsShown) {
  const text = wrong[field.name];
  return text
    ? html`<p class="wrong" id="${idOf(field)}Wrong">${catalogue.text(text)}</p>`
    : nothing;
}

function described(field: Field, { wrong }: FieldsShown) {
  return wrong[field.name] ? `${idOf(field)}Wrong` : nothing;
}

function box(field: Field, shown: FieldsShown): TemplateResult {
  const { catalogue, values, wrong, isDisabled } = shown;
  return html`<div>
    <label class="box" for=${idOf(field)}>
      <input
        id=${idOf(field)}
        type="checkbox"
        .checked=${values[field.name] === "true"}
        aria-required=${String(field.isRequired)}
        aria-invalid=${String(wrong[field.name] !== undefined)}
        aria-describedby=${described(field, shown)}
        ?disabled=${isDisabled}
      />
      <span dir="auto">${labelOf(field, catalogue)}</span>
    </label>
    ${wrongText(field, shown)}
  </div>`;
}

function line(field: Field, shown: FieldsShown): TemplateResult {
  const { catalogue } = shown;
  const optional = html`<small>${catalogue.text("optional")}</small>`;
  return html`<div>
    <label for=${idOf(field)}>
      <span>${labelOf(field, catalogue)}</span>${field.isRequired ? nothing : optional}
    </label>
    ${control(field, shown)} ${wrongText(field, shown)}
  </div>`;
}

function control(field: Field, shown: FieldsShown): TemplateResult {
  const { catalogue, values, wrong, isDisabled } = shown;
  const value = values[field.name] ?? "";
  const isWrong = String(wrong[field.name] !== undefined);
  const isRequired = String(field.isRequired);
  const direction = catalogue.fieldDirection(value);
  if (field.type === "select") {
    return html`<select
      id=${idOf(field)}
      aria-required=${isRequired}
      aria-invalid=${isWrong}
      aria-describedby=${described(field, shown)}
      ?disabled=${isDisabled}
    >
      <option value="" ?selected=${value === ""}>${catalogue.text("choose")}</option>
      ${field.options.map(
        (one) =>
          html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`,
      )}
    </select>`;
  }
  if (field.type === "textarea") {
    return html`<textarea
      id=${idOf(field)}
      maxlength=${field.maxLength}
      rows="3"
      dir=${direction}
      .value=${value}
      aria-required=${isRequired}
      aria-invalid=${isWrong}
      aria-describedby=${described(field, shown)}
      ?disabled=${isDisabled}
    ></textarea>`;
  }
  // A number as text: a browser's own field for them takes what is none for empty.
  return html`<input
    id=${idOf(field)}
    type=${field.type === "number" ? "text" : field.type}
    inputmode=${field.type === "number" ? "decimal" : nothing}
    autocomplete=${completions[field.name] ?? (field.type === "tel" ? "tel" : nothing)}
    maxlength=${field.maxLength}
    dir=${direction}
    .value=${value}
    aria-required=${isRequired}
    aria-invalid=${isWrong}
    aria-describedby=${described(field, shown)}
    ?disabled=${isDisabled}
  />`;
}

function controlOf(root: ParentNode, field: Field): Control | null {
  return root.querySelector<Control>(`#${CSS.escape(idOf(field))}`);
}

export function readFields(root: ParentNode, fields: readonly Field[]): Values {
  const values: Record<string, string> = {};
  for (const field of fields) {
    const control = controlOf(root, field);
    const isBox = field.type === "checkbox";
    const ticked = control instanceof HTMLInputElement && control.checked ? "true" : "false";
    values[field.name] = isBox ? ticked : (control?.value ?? "");
  }
  return values;
}

/** Whether there is one to go to. */
export function focusFirstWrong(
  root: ParentNode,
  fields: readonly Field[],
  wrong: Readonly<Record<string, Wrong>>,
): boolean {
  const first = fields.find(({ name }) => wrong[name]);
  const control = first && controlOf(root, first);
  control?.focus();
  return Boolean(control);
}

/** A field goes its text's way as soon as there is one. */
export function follow(event: Event, catalogue: Catalogue): void {
  const control = event.target as Control;
  if (!(control instanceof HTMLSelectElement) && control.type !== "checkbox") {
    control.dir = catalogue.fieldDirection(control.value);
  }
}

export const fieldStyles = css`
  form {
    display: grid;
    gap: 14px;
    padding: 20px 18px;
  }
  p,
  h3 {
    margin: 0;
  }
  h3 {
    font-size: 16px;
  }
  label {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 5px;
    font-size: 14px;
    font-weight: 600;
  }
  label small {
    font-size: 13px;
    font-weight: 400;
    color: var(--tandem-text-faint);
  }
  .box {
    justify-content: start;
    align-items: center;
    min-height: 24px;
    margin: 0;
    font-weight: 400;
  }
  .box input {
    flex: none;
    width: 20px;
    height: 20px;
    min-height: 0;
    padding: 0;
    accent-color: var(--tandem-brand);
  }
  input,
  select,
  textarea {
    display: block;
    width: 100%;
    min-height: 42px;
    padding: 9px 12px;
    border: 1px solid var(--tandem-field-border);
    border-radius: 10px;
    background: var(--tandem-surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    min-height: 92px;
    resize: vertical;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  [aria-invalid="true"] {
    border-color: var(--tandem-critical);
  }
  .wrong {
    margin-block-start: 5px;
    font-size: 13px;
    color: var(--tandem-critical);
  }
  .problem {
    padding: 10px 12px;
    border-radius: 10px;
    background: var(--tandem-critical-soft);
    color: var(--tandem-critical);
    font-size: 14px;
  }
  .problem.quiet {
    background: var(--tandem-warning-soft);
    color: var(--tandem-warning);
  }
  .actions {
    display: grid;
    gap: 8px;
  }
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: 16px;
    }
  }
`;
