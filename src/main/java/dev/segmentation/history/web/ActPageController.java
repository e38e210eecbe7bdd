package dev.segmentation.history.web;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.segmentation.history.act.ActChange;
import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.act.ActUser;
import dev.segmentation.history.note.NoteService;
import dev.segmentation.history.undo.UndoService;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows an act with the users of one of its changes.
 */
@PageController
class ActPageController {

	/** The number of changes of an act that a page lists. */
	static final int CHANGES = 25;

	private static final int ALL_CHANGES = 10_000;

	private final ActService acts;

	private final UndoService undos;

	private final NoteService notes;

	private final SegmentOwners owners;

	private final ActWords sentences;

	ActPageController(ActService acts, UndoService undos, NoteService notes, SegmentOwners owners, ActWords sentences) {
		this.acts = acts;
		this.undos = undos;
		this.notes = notes;
		this.owners = owners;
		this.sentences = sentences;
	}

	/**
	 * The short address of an act, for links that people write.
	 */
	@GetMapping("/acts/{id}")
	String shortAddress(@PathVariable long id) {
		return "redirect:/history/" + id;
	}

	@GetMapping("/history/{id}")
	@HtmxFragment("users")
	String act(@PathVariable long id, ActRequest request, PageVisit visit, Model model) {
		ActSummary act = this.acts.get(id, request.wantsAllChanges() ? ALL_CHANGES : CHANGES);
		model.addAttribute("act", act);
		model.addAttribute("sentence", this.sentences.sentence(act));
		model.addAttribute("chain", this.undos.links(id));
		model.addAttribute("versions", this.notes.versions(id));
		model.addAttribute("noteChangeable", NoteService.isChangeable(act, visit.account()));
		model.addAttribute("undoable", isUndoable(act, visit));
		chosen(act, request).ifPresent((chosen) -> showUsers(act, chosen, request, model));
		return "history/act";
	}

	/**
	 * Whether the account may change all segments that still exist, or create the deleted
	 * one again.
	 */
	private boolean isUndoable(ActSummary act, PageVisit visit) {
		Set<Long> segments = act.changes()
			.stream()
			.filter(ActChange::segmentExists)
			.map(ActChange::segmentId)
			.collect(Collectors.toSet());
		return visit.account().may(Role.EDITOR) && (!segments.isEmpty() || act.kind() == ActKind.SEGMENT_DELETED)
				&& this.owners.changeable(segments, visit.account()).containsAll(segments);
	}

	/** The requested change, or the largest one. */
	private Optional<ActChange> chosen(ActSummary act, ActRequest request) {
		if (request.segment() == null) {
			return act.changes().stream().findFirst();
		}
		return this.acts.findChange(act.id(), request.segment(), request.changeType());
	}

	private void showUsers(ActSummary act, ActChange chosen, ActRequest request, Model model) {
		Cursor cursor = Cursor.parse(request.at());
		Page<ActUser> page = this.acts.users(act.id(), chosen.segmentId(), chosen.type(), cursor, Page.SIZE);
		PageLinks links = PageUrl.of("/history/" + act.id())
			.with("changes", request.changes())
			.with("segment", chosen.segmentId())
			.with("type", chosen.type().text())
			.links(page, cursor);
		model.addAttribute("chosen", chosen);
		model.addAttribute("users", page.items());
		model.addAttribute("links", links);
	}

}
