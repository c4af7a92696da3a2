import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ChartSpec, isBlank, optionOf, rowsOf } from './chart.js';
import { figureStyles } from './figure-styles.js';
import { onTheme, paletteOf } from './palette.js';
import { type Report, linkOf, text, values } from './report.js';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const LEFT = new Set(['TEXT', 'DAY', 'TIME']);

/** A chart, its table, its file and the ways to what lies behind it. */
@customElement('keyreel-figure')
export class KeyreelFigure extends LitElement {
  static override styles = figureStyles;

  @property({ type: Object }) report: Report | null = null;
  /** Absent: the table alone. */
  @property({ type: Object }) chart: ChartSpec | null = null;
  /** Where rows lead, as addresses with {columns} in them. */
  @property({ type: Array }) links: readonly string[] = [];
  @property() csv = '';
  /** What to do where there is nothing yet. */
  @property() empty = '';
  @state() private table = false;
  @state() private about = false;
  private drawing: echarts.ECharts | null = null;
  private drawnOn: HTMLElement | null = null;
  private stopTheme = (): void => undefined;
  private readonly size = new ResizeObserver(() => this.drawing?.resize());

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopTheme = onTheme(() => this.draw());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopTheme();
    this.size.disconnect();
    this.drawing?.dispose();
    this.drawing = this.drawnOn = null;
  }

  override render(): TemplateResult | typeof nothing {
    const report = this.report;
    if (!report) return nothing;
    const blank = report.rows.length === 0 || (this.chart !== null && isBlank(report, this.chart));
    return html`<section aria-labelledby="title">
      <header>
        <h2 id="title">${report.title}</h2>
        <div class="actions">
          <button @click=${() => (this.about = !this.about)} aria-expanded=${this.about} aria-controls="about">
            How it is counted
          </button>
          ${
            this.chart && !blank
              ? html`<button @click=${() => (this.table = !this.table)} aria-expanded=${this.table} aria-controls="table">
                  Table
                </button>`
              : nothing
          }
          ${blank ? nothing : html`<a href=${this.csv} download aria-label="${report.title} as a CSV file">CSV</a>`}
        </div>
      </header>
      <p id="about" class="about" ?hidden=${!this.about}>${report.about}</p>
      ${blank ? html`<p class="empty">${this.empty}</p>` : this.figures(report)}
    </section>`;
  }

  private figures(report: Report): TemplateResult {
    const shown = this.table || !this.chart;
    return html`${
        this.chart
          ? html`<div class="chart" role="img" aria-label="${report.title}. The table below it has the same figures."></div>`
          : nothing
      }
      <div id="table" class="scroll" ?hidden=${!shown} tabindex=${shown ? 0 : -1} role="region" aria-label="${report.title}, table">
        ${shown ? this.rows(report) : nothing}
      </div>`;
  }

  private rows(report: Report): TemplateResult {
    const shown = report.columns
      .map((column, at) => ({ ...column, at }))
      .filter((column) => column.unit !== 'ID' && column.unit !== 'COLOR');
    const colors = values(report, 'color');
    return html`<table>
      <thead>
        <tr>
          ${shown.map((column, i) => html`<th scope="col" class=${i === 0 || LEFT.has(column.unit) ? 'left' : ''}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${report.rows.map((row, n) => {
          const link = linkOf(report, n, this.links);
          return html`<tr>
            ${shown.map((column, i) => {
              const words = text(row[column.at], column.unit);
              const cell = i === 0 && link ? this.anchor(link, words) : words;
              const dot = i === 0 && colors[n] ? html`<span class="dot" style="background:${colors[n]}"></span>` : nothing;
              return html`<td class=${i === 0 || LEFT.has(column.unit) ? 'left' : ''}>${dot}${cell}</td>`;
            })}
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  private anchor(link: string, words: string): TemplateResult {
    const open = (event: MouseEvent): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(link);
    };
    return html`<a href="/${link}" @click=${open}>${words}</a>`;
  }

  protected override updated(_: PropertyValues): void {
    this.draw();
  }

  private draw(): void {
    const place = this.renderRoot.querySelector<HTMLElement>('.chart');
    if (!place || !this.report || !this.chart) {
      this.drawing?.dispose();
      this.drawing = this.drawnOn = null;
      return;
    }
    if (place !== this.drawnOn) {
      this.drawing?.dispose();
      this.drawing = echarts.init(place, null, { renderer: 'svg' });
      this.drawnOn = place;
      this.drawing.on('click', (event) => this.clicked(event.dataIndex));
      this.size.disconnect();
      this.size.observe(place);
    }
    this.drawing?.setOption(optionOf(this.report, this.chart, paletteOf(this)), true);
  }

  private clicked(at: number): void {
    if (!this.report || !this.chart || this.chart.split) return;
    const row = rowsOf(this.report, this.chart)[at];
    const link = row === undefined ? null : linkOf(this.report, row, this.links);
    if (link) this.open(link);
  }

  private open(link: string): void {
    this.dispatchEvent(new CustomEvent('keyreel-open', { detail: link }));
  }
}
