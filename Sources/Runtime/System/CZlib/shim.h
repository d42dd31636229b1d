#include <zlib.h>

/* A macro, which Swift does not see: the stream of a gzip file, with the memory that zlib takes by itself. */
static inline int scaffold_gzip_begin(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
