package dev.segmentation.config.security.route;

import java.util.Map;

import dev.segmentation.support.HttpTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.HandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class RouteTableTests {

	@Autowired
	Map<String, HandlerMapping> mappings;

	@Test
	void hasEachRouteOfSpringAndNoOther() {
		assertThat(RouteTable.routes()).filteredOn((route) -> !route.filtered())
			.extracting((route) -> route.method() + " " + route.pattern())
			.containsExactlyInAnyOrderElementsOf(MappedRoutes.of(this.mappings.values()));
	}

	@Test
	void namesEachRouteOnce() {
		assertThat(RouteTable.routes()).extracting((route) -> route.method() + " " + route.pattern())
			.doesNotHaveDuplicates();
	}

}
