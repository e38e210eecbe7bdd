package dev.segmentation.segment.web;

import java.util.List;
import java.util.Set;

import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.error.ErrorText;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Loads the segment that a path names.
 *
 * @see SegmentScoped
 */
@ControllerAdvice(annotations = SegmentScoped.class)
class SegmentScope {

	private final SegmentService segments;

	private final SegmentOwners owners;

	SegmentScope(SegmentService segments, SegmentOwners owners) {
		this.segments = segments;
		this.owners = owners;
	}

	@ModelAttribute("segment")
	SegmentDetails segment(@PathVariable long id, HttpServletRequest request) {
		try {
			return this.segments.details(id);
		}
		catch (NotFoundException ex) {
			this.segments.findDeletedName(id).ifPresent((name) -> tell(id, name, request));
			throw ex;
		}
	}

	/** The history of a deleted segment stays. */
	private static void tell(long id, String name, HttpServletRequest request) {
		request.setAttribute(ErrorText.KEY, "error.segment");
		request.setAttribute(ErrorText.MORE, PageUrl.of("/history").with("segment", name + " #" + id).first());
	}

	/**
	 * The logins of the owners of a restricted segment.
	 */
	@ModelAttribute("owners")
	List<String> owners(@ModelAttribute("segment") SegmentDetails segment) {
		return segment.restricted() ? this.owners.logins(segment.id()) : List.of();
	}

	/**
	 * Whether the account may change the segment. A form of another account is refused
	 * before its handler runs, so that all forms get the same answer.
	 */
	@ModelAttribute("changeable")
	boolean changeable(@ModelAttribute("segment") SegmentDetails segment, PageVisit visit, HttpServletRequest request) {
		boolean permitted = !segment.restricted()
				|| !this.owners.changeable(Set.of(segment.id()), visit.account()).isEmpty();
		if (!permitted && HttpMethod.POST.matches(request.getMethod())) {
			throw new RestrictedSegmentException();
		}
		return permitted && visit.account().may(Role.EDITOR);
	}

}
