package dev.segmentation.config.startup.failure;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * The explanation of a failure in one line.
 */
public final class FailureSentence {

	private FailureSentence() {
	}

	/**
	 * Explains a failure as a failed start does. Unexpected failures have no explanation.
	 */
	public static Optional<String> of(Throwable failure, ConfigurableApplicationContext context) {
		ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
			.and(Environment.class, context.getEnvironment());
		return SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
			.load(FailureAnalyzer.class, arguments, FailureHandler.logging(LogFactory.getLog(FailureSentence.class)))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.map(FailureSentence::of);
	}

	static String of(FailureAnalysis analysis) {
		return Stream.of(analysis.getDescription(), analysis.getAction())
			.filter(Objects::nonNull)
			.flatMap((text) -> Arrays.stream(text.split("\\s+")))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" "));
	}

}
