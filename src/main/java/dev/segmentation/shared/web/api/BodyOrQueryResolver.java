package dev.segmentation.shared.web.api;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.shared.refusal.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link BodyOrQuery} arguments. It merges both sources into one JSON object, so
 * that a field has the same meaning and the same checks in either source.
 */
class BodyOrQueryResolver implements HandlerMethodArgumentResolver {

	private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,20}");

	private final JsonMapper json;

	private final Validator validator;

	/** Caches the result of reflection. */
	private final Map<Class<?>, List<Field>> fields = new ConcurrentHashMap<>();

	BodyOrQueryResolver(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(BodyOrQuery.class);
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) throws IOException {
		HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
		try {
			ObjectNode input = body(request);
			for (Field field : this.fields.computeIfAbsent(parameter.getParameterType(), BodyOrQueryResolver::fields)) {
				putFromQuery(request, field, input);
			}
			Object argument = this.json.treeToValue(input, parameter.getParameterType());
			if (!this.validator.validate(argument).isEmpty()) {
				throw new InvalidInputException();
			}
			return argument;
		}
		catch (JacksonException ex) {
			throw new InvalidInputException();
		}
	}

	private ObjectNode body(HttpServletRequest request) throws IOException {
		byte[] body = request.getInputStream().readAllBytes();
		if (body.length == 0) {
			return this.json.createObjectNode();
		}
		if (this.json.readTree(body) instanceof ObjectNode object) {
			return object;
		}
		throw new InvalidInputException();
	}

	private void putFromQuery(HttpServletRequest request, Field field, ObjectNode input) {
		String name = field.name();
		String value = QueryParameters.get(request, name);
		if (value == null) {
			return;
		}
		input.properties().removeIf((inBody) -> inBody.getKey().equalsIgnoreCase(name));
		if (field.type() == String.class) {
			input.put(name, value);
		}
		else if (value.isBlank()) {
			input.putNull(name);
		}
		else if (field.type() == List.class) {
			ArrayNode list = input.putArray(name);
			Stream.of(value.split(",", -1)).map(String::strip).map(BodyOrQueryResolver::number).forEach(list::add);
		}
		else if (field.type() == Boolean.class) {
			input.put(name, flag(value));
		}
		else {
			input.put(name, number(value));
		}
	}

	private static boolean flag(String value) {
		return switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new InvalidInputException();
		};
	}

	/**
	 * Reads a decimal number. Leading zeros are allowed: {@code 08} is 8.
	 */
	private static BigInteger number(String value) {
		if (!DIGITS.matcher(value).matches()) {
			throw new InvalidInputException();
		}
		return new BigInteger(value);
	}

	private static List<Field> fields(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
	}

	/**
	 * A field with its JSON name.
	 */
	private record Field(String name, Class<?> type) {

		static Field of(RecordComponent component) {
			JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
			return new Field((property != null) ? property.value() : component.getName(), component.getType());
		}

	}

}
