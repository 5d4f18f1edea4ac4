/// What Kosh calls of libxlsxwriter, found when the first workbook is made.
///
/// The types come from the library's header. The library itself is opened late, as CPango's are:
/// `kosh` starts the sooner, and runs where the library is missing.
#ifndef KOSH_CXLSXWRITER_H
#define KOSH_CXLSXWRITER_H

#include <xlsxwriter.h>

// clang-format off
#define KOSH_XLSX_FUNCTIONS(X)                                                                     \
  X(lxw_strerror) X(workbook_new_opt) X(workbook_set_properties) X(workbook_add_worksheet)         \
  X(workbook_add_format) X(workbook_add_chart) X(workbook_close)                                   \
  X(worksheet_write_number) X(worksheet_write_string) X(worksheet_write_blank)                     \
  X(worksheet_write_datetime) X(worksheet_write_formula_num) X(worksheet_merge_range)              \
  X(worksheet_set_row) X(worksheet_set_column) X(worksheet_freeze_panes) X(worksheet_autofilter)   \
  X(worksheet_set_landscape) X(worksheet_set_paper) X(worksheet_set_margins)                       \
  X(worksheet_fit_to_pages) X(worksheet_repeat_rows) X(worksheet_set_footer)                       \
  X(worksheet_gridlines) X(worksheet_insert_chart_opt)                                             \
  X(format_set_bold) X(format_set_font_name) X(format_set_font_size) X(format_set_font_color)      \
  X(format_set_num_format) X(format_set_align) X(format_set_text_wrap) X(format_set_indent)        \
  X(format_set_bg_color) X(format_set_top) X(format_set_bottom) X(format_set_border_color)         \
  X(chart_add_series) X(chart_series_set_categories) X(chart_series_set_values)                    \
  X(chart_series_set_name_range) X(chart_series_set_fill) X(chart_series_set_pattern)              \
  X(chart_series_set_line) X(chart_series_set_marker_type) X(chart_series_set_labels)              \
  X(chart_title_set_name) X(chart_title_set_name_font) X(chart_axis_get) X(chart_axis_set_name)    \
  X(chart_axis_set_num_format) X(chart_axis_set_reverse) X(chart_axis_set_position)                \
  X(chart_axis_set_label_position) X(chart_legend_set_position) X(chart_set_series_gap)            \
  X(chart_set_series_overlap)
// clang-format on

/// The functions by their names, each the address that the loader found.
struct kosh_xlsx {
#define KOSH_MEMBER(name) __typeof__(name) *name;
  KOSH_XLSX_FUNCTIONS(KOSH_MEMBER)
#undef KOSH_MEMBER
};

/// Opens the library, once for the process; NULL, with what the loader said in `problem`, where it
/// or a function of it is missing.
const struct kosh_xlsx *kosh_xlsx(const char **problem);

#endif
