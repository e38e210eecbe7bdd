package dev.segmentation.support;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Divides the classes of {@link BrowserTest} into two halves by their names. Each half
 * has an application of its own, whose classes run one after another.
 */
class BrowserLane implements ResourceLocksProvider, ContextCustomizerFactory {

	@Override
	public Set<Lock> provideForClass(Class<?> testClass) {
		return Set.of(new Lock("application in browser " + half(testClass)));
	}

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return new Half(half(testClass));
	}

	private static int half(Class<?> testClass) {
		return Math.floorMod(testClass.getName().hashCode(), 2);
	}

	/** Keeps the applications of both halves apart by its number. */
	private record Half(int number) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			// They are the same otherwise.
		}

	}

}
