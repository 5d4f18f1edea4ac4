/// What Kosh calls of Pango, cairo and fontconfig, found when the first page is drawn.
///
/// Linked, these libraries and the forty behind them would cost every command 12 to 16 ms of its
/// start. So nothing is linked: `kosh_pango` opens them, and no header of theirs is needed to build.
/// The declarations below are theirs. This compares them with the headers, where those are installed:
///
///     clang -std=gnu2x -fsyntax-only -I Sources/CPango/include $(pkg-config --cflags pangocairo) \
///       -include pango/pangocairo.h -include cairo/cairo-pdf.h -include pango/pangofc-fontmap.h \
///       -include fontconfig/fontconfig.h Sources/CPango/CPango.c
#ifndef KOSH_CPANGO_H
#define KOSH_CPANGO_H

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoFcFontMap PangoFcFontMap;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoAttrList PangoAttrList;
typedef struct _PangoAttribute PangoAttribute;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _FcConfig FcConfig;

// Enumerations of these libraries are unsigned integers; the values are those that Kosh passes.
enum {
  KOSH_PDF_TITLE = 0,
  KOSH_PDF_AUTHOR = 1,
  KOSH_PDF_CREATOR = 4,
  KOSH_PDF_CREATE_DATE = 5,
  KOSH_HINT_METRICS_OFF = 1,
  KOSH_HINT_STYLE_NONE = 1,
  KOSH_WEIGHT_NORMAL = 400,
  KOSH_WEIGHT_BOLD = 700,
  KOSH_ALIGN_LEFT = 0,
  KOSH_ALIGN_CENTRE = 1,
  KOSH_ALIGN_RIGHT = 2,
  KOSH_WRAP_WORD_CHAR = 2,
  KOSH_ELLIPSIZE_NONE = 0,
  KOSH_ELLIPSIZE_END = 3,
  KOSH_PANGO_SCALE = 1024,
};

cairo_surface_t *cairo_pdf_surface_create_for_stream(
    unsigned (*write)(void *, const unsigned char *, unsigned), void *closure, double width,
    double height);
void cairo_pdf_surface_set_metadata(cairo_surface_t *, unsigned metadata, const char *value);
void cairo_surface_finish(cairo_surface_t *);
unsigned cairo_surface_status(cairo_surface_t *);
void cairo_surface_destroy(cairo_surface_t *);
const char *cairo_status_to_string(unsigned);
cairo_t *cairo_create(cairo_surface_t *);
void cairo_destroy(cairo_t *);
unsigned cairo_status(cairo_t *);
void cairo_show_page(cairo_t *);
void cairo_save(cairo_t *);
void cairo_restore(cairo_t *);
void cairo_clip(cairo_t *);
void cairo_move_to(cairo_t *, double x, double y);
void cairo_line_to(cairo_t *, double x, double y);
void cairo_rectangle(cairo_t *, double x, double y, double width, double height);
void cairo_arc(cairo_t *, double x, double y, double radius, double from, double to);
void cairo_new_path(cairo_t *);
void cairo_fill(cairo_t *);
void cairo_stroke(cairo_t *);
void cairo_set_line_width(cairo_t *, double);
void cairo_set_dash(cairo_t *, const double *dashes, int count, double offset);
void cairo_set_source_rgb(cairo_t *, double red, double green, double blue);
cairo_font_options_t *cairo_font_options_create(void);
void cairo_font_options_destroy(cairo_font_options_t *);
void cairo_font_options_set_hint_metrics(cairo_font_options_t *, unsigned);
void cairo_font_options_set_hint_style(cairo_font_options_t *, unsigned);

PangoFontMap *pango_cairo_font_map_new(void);
void pango_cairo_context_set_resolution(PangoContext *, double);
void pango_cairo_context_set_font_options(PangoContext *, const cairo_font_options_t *);
void pango_cairo_show_layout(cairo_t *, PangoLayout *);
void pango_fc_font_map_set_config(PangoFcFontMap *, FcConfig *);
PangoContext *pango_font_map_create_context(PangoFontMap *);
void pango_context_set_language(PangoContext *, PangoLanguage *);
void pango_context_set_round_glyph_positions(PangoContext *, int);
PangoLanguage *pango_language_from_string(const char *);
PangoLayout *pango_layout_new(PangoContext *);
void pango_layout_set_text(PangoLayout *, const char *, int length);
void pango_layout_set_width(PangoLayout *, int);
void pango_layout_set_height(PangoLayout *, int);
void pango_layout_set_alignment(PangoLayout *, unsigned);
void pango_layout_set_wrap(PangoLayout *, unsigned);
void pango_layout_set_ellipsize(PangoLayout *, unsigned);
void pango_layout_set_attributes(PangoLayout *, PangoAttrList *);
void pango_layout_set_font_description(PangoLayout *, const PangoFontDescription *);
void pango_layout_get_size(PangoLayout *, int *width, int *height);
int pango_layout_get_baseline(PangoLayout *);
PangoFontDescription *pango_font_description_new(void);
void pango_font_description_free(PangoFontDescription *);
void pango_font_description_set_family(PangoFontDescription *, const char *);
void pango_font_description_set_weight(PangoFontDescription *, unsigned);
void pango_font_description_set_absolute_size(PangoFontDescription *, double);
PangoAttrList *pango_attr_list_new(void);
void pango_attr_list_insert(PangoAttrList *, PangoAttribute *);
void pango_attr_list_unref(PangoAttrList *);
PangoAttribute *pango_attr_font_features_new(const char *);
void g_object_unref(void *);

FcConfig *FcConfigCreate(void);
void FcConfigDestroy(FcConfig *);
int FcConfigAppFontAddFile(FcConfig *, const unsigned char *path);

// clang-format off
#define KOSH_PANGO_FUNCTIONS(X)                                                                    \
  X(cairo_pdf_surface_create_for_stream) X(cairo_pdf_surface_set_metadata) X(cairo_surface_finish) \
  X(cairo_surface_status) X(cairo_surface_destroy) X(cairo_status_to_string) X(cairo_create)       \
  X(cairo_destroy) X(cairo_status) X(cairo_show_page) X(cairo_save) X(cairo_restore)               \
  X(cairo_clip) X(cairo_move_to) X(cairo_line_to) X(cairo_rectangle) X(cairo_arc)                  \
  X(cairo_new_path) X(cairo_fill) X(cairo_stroke) X(cairo_set_line_width) X(cairo_set_dash)        \
  X(cairo_set_source_rgb) X(cairo_font_options_create) X(cairo_font_options_destroy)               \
  X(cairo_font_options_set_hint_metrics) X(cairo_font_options_set_hint_style)                      \
  X(pango_cairo_font_map_new) X(pango_cairo_context_set_resolution)                                \
  X(pango_cairo_context_set_font_options) X(pango_cairo_show_layout)                               \
  X(pango_fc_font_map_set_config) X(pango_font_map_create_context) X(pango_context_set_language)   \
  X(pango_context_set_round_glyph_positions) X(pango_language_from_string) X(pango_layout_new)     \
  X(pango_layout_set_text) X(pango_layout_set_width) X(pango_layout_set_height)                    \
  X(pango_layout_set_alignment) X(pango_layout_set_wrap) X(pango_layout_set_ellipsize)             \
  X(pango_layout_set_attributes) X(pango_layout_set_font_description) X(pango_layout_get_size)     \
  X(pango_layout_get_baseline) X(pango_font_description_new) X(pango_font_description_free)        \
  X(pango_font_description_set_family) X(pango_font_description_set_weight)                        \
  X(pango_font_description_set_absolute_size) X(pango_attr_list_new) X(pango_attr_list_insert)     \
  X(pango_attr_list_unref) X(pango_attr_font_features_new) X(g_object_unref) X(FcConfigCreate)     \
  X(FcConfigDestroy) X(FcConfigAppFontAddFile)
// clang-format on

/// The functions by their names, each the address that the loader found.
struct kosh_pango {
#define KOSH_MEMBER(name) __typeof__(name) *name;
  KOSH_PANGO_FUNCTIONS(KOSH_MEMBER)
#undef KOSH_MEMBER
};

/// Opens the libraries, once for the process; NULL, with what the loader said in `problem`, where
/// one of them or a function is missing.
const struct kosh_pango *kosh_pango(const char **problem);

#endif
