/* Draws each chart from the table beside it, within the content policy: no style is written into markup. */
(() => {
  const FAMILIES = {
    department: ["#2e7d4f", "#a9cfb8"],
    party: ["#1e4e79", "#a5c1dd"],
    stay: ["#8b8578", "#d5d0c6"],
    "": ["#2e7d4f", "#a9cfb8"],
  };
  const INK = "#1f2937";
  const MINOR = "#4b5563";
  const LINE = "#ddd8cc";
  const FONT = { fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif", color: INK };
  const IN_CHART = 15;
  const drawn = new Map();

  /* Steps of one name are told apart by their process, which in the table has a column of its own: "Call owner, Tank" */
  function rowsOf(table, most) {
    const process = [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent.trim() === "Process");
    const rows = [...table.tBodies[0].rows].slice(0, most);
    const nameOf = (row) => row.cells[0].textContent.trim();
    const shared = (row) => process > 0 && rows.some((other) => other !== row && nameOf(other) === nameOf(row));
    return rows.map((row) => ({
      tone: row.dataset.tone || "",
      name: shared(row) ? nameOf(row) + ", " + row.cells[process].textContent.trim().replace(/( enforcement)?(:.*)?$/s, "") : nameOf(row),
      values: [...row.cells].slice(1).map((cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value))),
      shown: [...row.cells].slice(1).map((cell) => cell.textContent.trim()),
    }));
  }

  const tip = (extra) => ({ renderMode: "richText", confine: true, borderColor: LINE, textStyle: { ...FONT, fontSize: 13 }, ...extra });
  const days = (name) => ({
    type: "value",
    name,
    nameLocation: "middle",
    nameGap: 30,
    nameTextStyle: { ...FONT, color: MINOR },
    axisLabel: { ...FONT, color: MINOR, hideOverlap: true },
    splitLine: { lineStyle: { color: LINE } },
    min: 0,
  });
  const named = (names, extra) => ({
    type: "category",
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: "#8b8578" } },
    axisLabel: { ...FONT, ...extra },
  });
  const base = (options) => ({ animation: false, textStyle: FONT, aria: { enabled: false }, ...options });
  const legend = (data) => ({ top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: FONT, selectedMode: false, data });

  /* Steps from the top down, their names where they can be read */
  function bars(rows, series, unit, extra = {}) {
    return base({
      grid: { left: 220, right: 56, top: extra.top || 8, bottom: 44 },
      legend: extra.legend,
      tooltip: tip({ trigger: "axis", axisPointer: { type: "shadow" } }),
      xAxis: { ...days(unit), ...extra.xAxis },
      yAxis: { ...named(rows.map((row) => row.name), { width: 208, overflow: "break", fontSize: 11, lineHeight: 12 }), inverse: true },
      series,
    });
  }

  const tenth = (value) => (value === null ? "–" : value.toLocaleString("en-US", { maximumFractionDigits: 1 }));
  const colored = (rows, column, shade) =>
    rows.map((row) => ({ value: row.values[column], itemStyle: { color: FAMILIES[row.tone][shade] } }));
  const bar = (name, data, extra) => ({ name, type: "bar", barMaxWidth: 18, data, tooltip: { valueFormatter: tenth }, ...extra });

  const counted = { show: true, position: "right", formatter: ({ value }) => value.toLocaleString("en-US"), ...FONT };

  const CHARTS = {
    trend(rows) {
      const line = (name, column, color, type) => ({
        name,
        type: "line",
        data: rows.map((row) => row.values[column]),
        symbolSize: 6,
        showSymbol: rows.length < 40,
        color,
        lineStyle: { width: 2.5, type },
        tooltip: { valueFormatter: tenth },
      });
      return base({
        grid: { left: 56, right: 16, top: 36, bottom: 36 },
        legend: legend(["Median", "P90"]),
        tooltip: tip({ trigger: "axis" }),
        xAxis: { ...named(rows.map((row) => row.name), { color: MINOR, hideOverlap: true }), boundaryGap: rows.length === 1 },
        yAxis: { ...days("days"), nameGap: 38 },
        series: [line("P90", 1, "#6ba583", "dashed"), line("Median", 0, "#14532d", "solid")],
      });
    },
    waiting(rows) {
      return bars(
        rows,
        [
          bar("Waiting", colored(rows, 0, 0), { stack: "all" }),
          bar("Working", colored(rows, 1, 1), { stack: "all" }),
        ],
        "days, mean: dark until claimed, pale from then on",
      );
    },
    overdue(rows) {
      return bars(rows, [bar("Overdue", colored(rows, 0, 0), { label: { show: true, position: "right", formatter: ({ value }) => tenth(value) + " %", ...FONT } })], "% of those with a due date", {
        xAxis: { max: (range) => Math.min(100, Math.ceil(range.max / 10) * 10) },
      });
    },
    share(rows) {
      return base({
        grid: { left: 8, right: 8, top: 40, bottom: 30 },
        legend: legend(rows.map((row) => row.name)),
        tooltip: tip({ trigger: "item" }),
        xAxis: { ...days(""), max: 100, axisLabel: { ...FONT, color: MINOR, formatter: "{value} %" }, splitLine: { show: false } },
        yAxis: { ...named([""]), axisLine: { show: false } },
        series: rows.map((row) => ({
          name: row.name,
          type: "bar",
          stack: "all",
          barWidth: 44,
          color: FAMILIES[row.tone][0],
          data: [row.values[0]],
          tooltip: { valueFormatter: (value) => tenth(value) + " %" },
          label: { show: row.values[0] >= 8, color: "#fff", fontWeight: 600, formatter: ({ value }) => tenth(value) + " %" },
        })),
      });
    },
    open(rows) {
      const mark = (name, column, symbol, color, size) => ({
        name,
        type: "scatter",
        symbol,
        symbolSize: size,
        color,
        data: rows.map((row, i) => [row.values[column], i]).filter(([value]) => value !== null),
        tooltip: { valueFormatter: tenth },
      });
      return bars(
        rows,
        [
          { ...bar("Median age", colored(rows, 1, 0)), color: FAMILIES.department[0] },
          mark("Oldest", 2, "circle", "#8b8578", 8),
          mark("Limit", 3, "rect", "#9b1c1c", [3, 20]),
        ],
        "days",
        { top: 36, legend: legend(["Median age", "Oldest", "Limit"]) },
      );
    },
    groups(rows) {
      const nine = { name: "P90", type: "scatter", symbol: "circle", symbolSize: 9, color: "#8b8578", tooltip: { valueFormatter: tenth } };
      return bars(
        rows,
        [
          { ...bar("Median", rows.map((row) => row.values[0])), color: FAMILIES.department[0] },
          { ...nine, data: rows.map((row, i) => [row.values[1], i]) },
        ],
        "days",
        { top: 36, legend: legend(["Median", "P90"]) },
      );
    },
    persuasion(rows) {
      return bars(rows, [{ ...bar("Cases", rows.map((row) => row.values[0])), color: "#2e7d4f", label: counted }], "cases");
    },
    reasons(rows) {
      return bars(rows, [{ ...bar("Count", rows.map((row) => row.values[0])), color: "#2e7d4f", label: counted }], "how often stated");
    },
    histogram(rows) {
      return base({
        grid: { left: 56, right: 16, top: 12, bottom: 52 },
        tooltip: tip({ trigger: "axis", axisPointer: { type: "shadow" } }),
        xAxis: { ...named(rows.map((row) => row.name), { color: MINOR, hideOverlap: true }), name: "days", nameLocation: "middle", nameGap: 32, nameTextStyle: { ...FONT, color: MINOR } },
        yAxis: { ...days("finished"), nameGap: 40, minInterval: 1 },
        series: [{ name: "Finished", type: "bar", barCategoryGap: "8%", color: "#2e7d4f", data: rows.map((row) => row.values[0]) }],
      });
    },
  };

  function height(container, rows) {
    if (container.dataset.chart === "share" || (["persuasion", "reasons"].includes(container.dataset.chart) && rows.length < 4)) {
      container.classList.add("chart-low");
    } else if (rows.length > 8 && !["trend", "histogram"].includes(container.dataset.chart)) {
      container.classList.add("chart-tall");
    }
  }

  function draw(container) {
    const table = document.getElementById(container.dataset.of);
    const kind = container.dataset.chart;
    const rows = rowsOf(table, ["trend", "histogram"].includes(kind) ? Infinity : IN_CHART);
    height(container, rows);
    const chart = echarts.init(container, null, { renderer: "svg" });
    const options = CHARTS[kind](rows);
    const narrow = container.clientWidth < 480;
    if (narrow && options.grid.left > 150) {
      options.grid.left = 120;
      options.yAxis.axisLabel.width = 108;
      options.yAxis.axisLabel.overflow = "truncate";
    }
    chart.setOption(options);
    drawn.set(container.dataset.of, chart);
    const button = document.querySelector(`[data-svg="${container.dataset.of.replace("table-", "")}"]`);
    button.hidden = false;
  }

  function drawAll(within) {
    within.querySelectorAll("[data-chart]").forEach(draw);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-svg]");
    if (button) {
      const picture = new Blob([drawn.get("table-" + button.dataset.svg).renderToSVGString()], { type: "image/svg+xml" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(picture);
      link.download = button.dataset.svg + ".svg";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }
  });
  let resizing;
  window.addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => drawn.forEach((chart) => chart.getDom().isConnected && chart.resize()), 100);
  });
  /* Paper is narrower than most windows, and is not drawn anew by itself */
  const ON_PAPER = 620;
  const resize = (size) =>
    [...drawn.values()]
      .filter((chart) => chart.getDom().isConnected)
      .forEach((chart) => {
        chart.resize(size(chart.getDom()));
        chart.getZr().flush();
      });
  window.addEventListener("beforeprint", () => resize((dom) => ({ width: Math.min(dom.clientWidth, ON_PAPER) })));
  window.addEventListener("afterprint", () => resize(() => ({ width: "auto" })));
  document.addEventListener("htmx:afterSettle", (event) => drawAll(event.target));
  drawAll(document);
})();
