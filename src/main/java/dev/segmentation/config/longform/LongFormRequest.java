package dev.segmentation.config.longform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose form has been read already.
 */
final class LongFormRequest extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters = new LinkedHashMap<>();

	LongFormRequest(HttpServletRequest request, Map<String, List<String>> fields) {
		super(request);
		// Those of the address, because the body is gone.
		this.parameters.putAll(request.getParameterMap());
		fields.forEach(
				(name, values) -> this.parameters.merge(name, values.toArray(String[]::new), LongFormRequest::joined));
	}

	private static String[] joined(String[] first, String[] second) {
		List<String> all = new ArrayList<>(List.of(first));
		all.addAll(List.of(second));
		return all.toArray(String[]::new);
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = this.parameters.get(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Collections.unmodifiableMap(this.parameters);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.parameters.keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.parameters.get(name);
	}

}
