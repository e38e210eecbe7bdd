package dev.segmentation.user.imports;

import java.util.List;

/**
 * The layout of an uploaded file.
 *
 * @param delimiter the character between its cells
 * @param columns the columns that are imported, in the order of the file
 * @param headers the headers of those columns in the file
 */
public record ImportLayout(char delimiter, List<ImportColumn> columns, List<String> headers) {
}
