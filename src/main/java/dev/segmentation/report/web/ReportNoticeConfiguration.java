package dev.segmentation.report.web;

import dev.segmentation.report.ReportNotices;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds the notices of reports to all pages.
 */
@Configuration(proxyBeanMethods = false)
class ReportNoticeConfiguration implements WebMvcConfigurer {

	private final ObjectProvider<ReportNotices> notices;

	/**
	 * Creates the configuration.
	 * @param notices looked up later, because Spring MVC starts before the database
	 */
	ReportNoticeConfiguration(ObjectProvider<ReportNotices> notices) {
		this.notices = notices;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new ReportNoticeInterceptor(this.notices));
	}

}
