"""Every address there is, with its view and the permission that it takes, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.accounts import Permission
from stocktake.web import (
    views_account,
    views_actors,
    views_admin,
    views_api,
    views_deciding,
    views_documents,
    views_drafts,
    views_example,
    views_finding,
    views_handing_in,
    views_overview,
    views_proposals,
    views_providers,
    views_report,
    views_review,
    views_stocks,
    views_tables,
    views_uploads,
    views_withdrawing,
    views_writings,
)
from stocktake.web.visit import View

READ = Permission.READ
OWN = Permission.SIGNED_IN
ADMINISTER = Permission.ADMINISTER
HAND_IN = Permission.HAND_IN
ADMIT = Permission.ADMIT
PUBLISH = Permission.PUBLISH
REVIEW = Permission.REVIEW
POST = ("POST",)


@dataclass(frozen=True, slots=True)
class Way:
    """An address, the view behind it, and what its reader must be allowed to do."""

    path: str
    view: View
    permission: Permission = READ
    methods: tuple[str, ...] = ("GET",)


WAYS: tuple[Way, ...] = (
    Way("/", views_overview.home),
    Way("/process", views_overview.process),
    Way("/method", views_report.method),
    Way("/inputs", views_documents.inputs),
    Way("/inputs/{input_id:str}", views_documents.one_input),
    Way("/inputs/{input_id:str}/original", views_documents.original),
    Way("/inputs/{input_id:str}/pages/{page:int}.png", views_documents.picture),
    Way("/inputs/{input_id:str}/withdraw", views_withdrawing.withdraw, ADMIT, POST),
    Way("/inputs/{input_id:str}/restore", views_withdrawing.restore, ADMIT, POST),
    Way("/passages/{document_id:str}/{start:int}-{end:int}", views_documents.passage),
    Way("/statements/{statement_id:str}", views_documents.statement),
    Way("/search", views_finding.search),
    Way("/proposals", views_proposals.proposals),
    Way("/proposals/{number:int}", views_proposals.one_proposal),
    Way("/themes", views_proposals.matrix),
    Way("/themes/{code:str}", views_proposals.one_theme),
    Way("/actors", views_actors.actors),
    Way("/actors/{actor_id:str}", views_actors.one_actor),
    Way("/actors/{actor_id:str}/page", views_writings.actor),
    Way("/relations", views_report.relations),
    Way("/gaps", views_report.gaps),
    Way("/commitments", views_report.commitments),
    Way("/drafts", views_drafts.drafts),
    Way("/drafts/{label:str}", views_drafts.one_draft),
    Way("/drafts/{label:str}/text", views_drafts.text),
    Way("/drafts/{label:str}/proposals", views_drafts.fates),
    Way("/drafts/{label:str}/since/{old:str}", views_drafts.compared),
    Way("/drafts/{label:str}/actors/{actor_id:str}", views_writings.traced),
    Way("/meetings/{meeting_id:str}/brief", views_writings.brief),
    Way("/meetings/{meeting_id:str}/sessions/{session_id:str}", views_writings.pack),
    Way("/days/{day:str}", views_writings.digest),
    Way("/feed.atom", views_writings.feed),
    Way("/programme", views_writings.programme),
    Way("/report/whole", views_writings.report),
    Way("/report", views_report.contents),
    Way("/report/{section:str}", views_report.section),
    Way("/stocks", views_stocks.stocks),
    Way("/stocks/{number:int}/report", views_stocks.report),
    Way("/stocks/{number:int}/publish", views_stocks.publish, PUBLISH, POST),
    Way("/stocks/{earlier:int}/{later:int}.csv", views_stocks.compared_csv),
    Way("/stocks/{earlier:int}/{later:int}", views_stocks.compared),
    Way("/data", views_tables.tables),
    Way("/data/{name:str}.csv", views_tables.as_csv),
    Way("/data/{name:str}", views_tables.table),
    Way("/sign-in", views_account.ask),
    Way("/sign-in", views_account.sign_in, READ, POST),
    Way("/sign-in/with/{provider:str}", views_providers.sign_in),
    Way("/sign-in/with/{provider:str}/back", views_providers.back),
    Way("/sign-out", views_account.sign_out, OWN, POST),
    Way("/invitations/{token:str}", views_account.invitation),
    Way("/invitations/{token:str}", views_account.take_up, READ, POST),
    Way("/invitations/{token:str}/with/{provider:str}", views_providers.take_up, READ, POST),
    Way("/account", views_account.account, OWN),
    Way("/account/identities/{provider:str}", views_providers.link, OWN, POST),
    Way("/account/identities/{identity_id:str}/unlink", views_providers.unlink, OWN, POST),
    Way("/account/tokens", views_account.add_token, OWN, POST),
    Way("/account/tokens/{token_id:str}/revoke", views_account.revoke_token, OWN, POST),
    Way("/account/second-factor", views_account.offer_second_factor, OWN),
    Way("/account/second-factor", views_account.set_second_factor, OWN, POST),
    Way("/admin", views_admin.people, ADMINISTER),
    Way("/admin/invitations", views_admin.invite, ADMINISTER, POST),
    Way("/admin/accounts/{account_id:str}/lock", views_admin.lock, ADMINISTER, POST),
    Way("/admin/accounts/{account_id:str}/role", views_admin.change_role, ADMINISTER, POST),
    Way(
        "/admin/accounts/{account_id:str}/second-factor",
        views_admin.take_second_factor,
        ADMINISTER,
        POST,
    ),
    Way("/admin/example", views_example.begin, ADMINISTER, POST),
    Way("/admin/example/remove", views_example.remove, ADMINISTER, POST),
    Way("/admin/audit", views_admin.audit, ADMINISTER),
    Way("/admin/audit.jsonl", views_admin.audit_export, ADMINISTER),
    Way("/hand-in", views_handing_in.ask, HAND_IN),
    Way("/hand-in", views_handing_in.hand_in, HAND_IN, POST),
    Way("/hand-in/{submission_id:str}", views_handing_in.one, HAND_IN),
    Way("/hand-in/{submission_id:str}/correct", views_handing_in.correct, HAND_IN, POST),
    Way("/hand-in/{submission_id:str}/withdraw", views_handing_in.withdraw, HAND_IN, POST),
    Way("/hand-in/{submission_id:str}/take-back", views_withdrawing.withdraw_own, HAND_IN, POST),
    Way("/hand-in/{submission_id:str}/restore", views_withdrawing.restore_own, HAND_IN, POST),
    Way("/uploads", views_uploads.own, HAND_IN),
    Way("/uploads", views_uploads.able, HAND_IN, ("OPTIONS",)),
    Way("/uploads", views_uploads.begin, HAND_IN, POST),
    Way("/uploads/{upload_id:str}", views_uploads.offset, HAND_IN, ("HEAD",)),
    Way("/uploads/{upload_id:str}", views_uploads.go_on, HAND_IN, ("PATCH",)),
    Way("/uploads/{upload_id:str}", views_uploads.give_up, HAND_IN, ("DELETE",)),
    Way("/uploads/{upload_id:str}/give-up", views_uploads.give_up_by_form, HAND_IN, POST),
    Way("/desk", views_handing_in.desk, PUBLISH),
    Way("/desk/build", views_handing_in.build, PUBLISH, POST),
    Way("/desk/{submission_id:str}/return", views_handing_in.give_back, ADMIT, POST),
    Way("/desk/{submission_id:str}/publish", views_handing_in.publish, ADMIT, POST),
    Way("/review", views_review.waiting, REVIEW),
    Way("/review/judged", views_review.judged, REVIEW),
    Way("/review/agreement", views_review.agreement, REVIEW),
    Way("/review/proposals", views_deciding.proposals, REVIEW),
    Way("/review/proposals/decided", views_deciding.decided, REVIEW),
    Way("/review/proposals/merge", views_deciding.merge, REVIEW, POST),
    Way("/review/proposals/{number:int}", views_deciding.one, REVIEW),
    Way("/review/proposals/{number:int}/split", views_deciding.split, REVIEW, POST),
    Way("/review/proposals/{number:int}/rename", views_deciding.rename, REVIEW, POST),
    Way("/review/proposals/{number:int}/undo", views_deciding.undo, REVIEW, POST),
    Way("/review/{statement_id:str}", views_review.judge, REVIEW, POST),
    Way("/api", views_api.index),
    Way("/api/openapi.json", views_api.openapi),
    Way("/api/process", views_api.process),
    Way("/api/inputs", views_api.inputs),
    Way("/api/inputs/{input_id:str}", views_api.one_input),
    Way("/api/proposals", views_api.proposals),
    Way("/api/proposals/{number:int}", views_api.one_proposal),
    Way("/api/themes", views_api.themes),
    Way("/api/themes/{code:str}", views_api.one_theme),
    Way("/api/actors", views_api.actors),
    Way("/api/actors/{actor_id:str}", views_api.one_actor),
    Way("/api/statements/{statement_id:str}", views_api.statement),
    Way("/api/stocks", views_api.stocks),
    Way("/api/stocks/{earlier:int}/{later:int}", views_api.compared),
    Way("/api/search", views_api.search),
    Way("/api/tables/{name:str}", views_api.table),
)
