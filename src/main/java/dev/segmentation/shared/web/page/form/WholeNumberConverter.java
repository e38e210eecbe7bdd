package dev.segmentation.shared.web.page.form;

import java.util.Set;

import dev.segmentation.shared.WholeNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * Reads the numbers of addresses and forms as {@link WholeNumber}. An empty field is
 * {@code null}.
 */
class WholeNumberConverter implements GenericConverter {

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, Long.class), new ConvertiblePair(String.class, Integer.class));
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
		if (!(source instanceof String text) || text.isEmpty()) {
			return null;
		}
		if (to.getObjectType() == Integer.class) {
			return WholeNumber.parseInt(text);
		}
		return WholeNumber.parse(text);
	}

}
