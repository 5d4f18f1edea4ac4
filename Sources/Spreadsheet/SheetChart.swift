internal import CXlsxWriter
package import Domain

/// A chart that spreadsheets draw from the cells of a sheet.
package struct SheetChart {
  package enum Form {
    /// Horizontal bars, their parts end to end, the first at the top.
    case bars
    /// Horizontal bars side by side, the first at the bottom.
    case pairs
    /// Lines, each of its kind.
    case line([LineChart.Line.Kind])
  }

  package var form: Form
  package var title: String
  package var unit: String
  /// The rows that hold the figures; the row above them names the series.
  package var rows: ClosedRange<Int>
  /// How many columns of figures follow the column of labels.
  package var series: Int

  package init(form: Form, title: String, unit: String, rows: ClosedRange<Int>, series: Int) {
    self.form = form
    self.title = title
    self.unit = unit
    self.rows = rows
    self.series = series
  }
}

extension Sheet {
  /// Draws the chart beside its figures, which stand in the first columns of this sheet.
  package func draw(_ drawn: SheetChart, row: Int, column: Int) throws(Failure) {
    let call = workbook.library
    let kind =
      switch drawn.form {
      case .bars: LXW_CHART_BAR_STACKED
      case .pairs: LXW_CHART_BAR
      case .line: LXW_CHART_LINE
      }
    guard let chart = call.pointee.workbook_add_chart(workbook.book, UInt8(kind.rawValue)) else {
      throw Failure(.fault, "no chart could be begun")
    }
    for index in 0..<drawn.series { add(series: index, of: drawn, to: chart) }
    call.pointee.chart_title_set_name(chart, drawn.title)
    if drawn.series < 2 {
      call.pointee.chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    } else {
      call.pointee.chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    }
    // In a bar chart the axis of categories is the one that stands upright.
    let categories = call.pointee.chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X)
    let values = call.pointee.chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y)
    call.pointee.chart_axis_set_name(values, drawn.unit)
    call.pointee.chart_axis_set_num_format(values, "#,##0")
    var height = max(1, Double(drawn.rows.count) * 0.075)
    switch drawn.form {
    case .bars:
      call.pointee.chart_axis_set_reverse(categories)
      call.pointee.chart_set_series_gap(chart, 40)
    case .pairs: call.pointee.chart_set_series_gap(chart, 40)
    case .line: height = 1.2
    }
    try insert(chart, row: row, column: column, scale: (across: 1.6, down: height))
  }

  private func add(
    series index: Int, of drawn: SheetChart, to chart: UnsafeMutablePointer<lxw_chart>
  ) {
    let call = workbook.library
    let first = UInt32(clamping: drawn.rows.lowerBound)
    let last = UInt32(clamping: drawn.rows.upperBound)
    let column = UInt16(clamping: index + 1)
    guard let series = call.pointee.chart_add_series(chart, nil, nil) else { return }
    call.pointee.chart_series_set_categories(series, name, first, 0, last, 0)
    call.pointee.chart_series_set_values(series, name, first, column, last, column)
    call.pointee.chart_series_set_name_range(series, name, first - 1, column)
    guard case .line(let kinds) = drawn.form else { return fill(series, index) }
    var line = lxw_chart_line()
    switch kinds.indices.contains(index) ? kinds[index] : .counted {
    case .counted:
      line.color = Self.inks[index % Self.inks.count]
      line.width = 2.25
    case .limit:
      line.color = Self.inks[1]
      line.width = 1.5
      line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
    case .evenPace:
      line.color = Self.inks[2]
      line.width = 1
    }
    call.pointee.chart_series_set_line(series, &line)
  }

  /// Solid, hatched, pale: apart on a grey printer too.
  private func fill(_ series: UnsafeMutablePointer<lxw_chart_series>, _ index: Int) {
    let call = workbook.library
    var line = lxw_chart_line()
    line.color = Self.inks[0]
    line.width = 0.5
    call.pointee.chart_series_set_line(series, &line)
    let patterns = [
      LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, LXW_CHART_PATTERN_PERCENT_20,
      LXW_CHART_PATTERN_DARK_HORIZONTAL, LXW_CHART_PATTERN_LARGE_GRID,
    ]
    guard index > 0 else {
      var fill = lxw_chart_fill()
      fill.color = Self.inks[0]
      return call.pointee.chart_series_set_fill(series, &fill)
    }
    var pattern = lxw_chart_pattern()
    pattern.fg_color = Self.inks[0]
    pattern.bg_color = 0xFFFFFF
    pattern.type = UInt8(patterns[(index - 1) % patterns.count].rawValue)
    call.pointee.chart_series_set_pattern(series, &pattern)
  }

  private static let inks: [UInt32] = [0x0B4F6C, 0x404040, 0x7F7F7F]
}
