package dev.segmentation.user.imports;

import java.util.List;

/**
 * How a file is laid out.
 *
 * @param delimiter what stands between its cells
 * @param columns the columns that are read, in its order
 * @param headers what it calls them
 */
public record ImportLayout(char delimiter, List<ImportColumn> columns, List<String> headers) {
}
