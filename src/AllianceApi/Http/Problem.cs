using System.Collections.Frozen;

namespace AllianceApi.Http;

/// <summary>A kind of failure that clients can tell by its code. All there are stand here, and each has its section in <c>docs/errors.md</c>.</summary>
internal sealed record Problem(string Code, int Status, string Title)
{
    public static readonly Problem InvalidParameter = new("invalid-parameter", 400, "A query parameter cannot be used as it stands");
    public static readonly Problem BadRequest = new("bad-request", 400, "The request cannot be read");
    public static readonly Problem Unauthorized = new("unauthorized", 401, "This needs a valid credential");
    public static readonly Problem Forbidden = new("forbidden", 403, "The credential does not allow this");
    public static readonly Problem UnknownPath = new("unknown-path", 404, "There is nothing at this path");
    public static readonly Problem UnknownId = new("unknown-id", 404, "There is nothing with this id");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "This path does not take this method");
    public static readonly Problem NotAcceptable = new("not-acceptable", 406, "There is no answer in a format that the request accepts");
    public static readonly Problem Gone = new("gone", 410, "What had this id was deleted");
    public static readonly Problem InvalidHeader = new("invalid-header", 400, "A header cannot be used as it stands");
    public static readonly Problem Conflict = new("conflict", 409, "The change does not fit the graph as it is");
    public static readonly Problem InProgress = new("in-progress", 409, "The same request is still under way");
    public static readonly Problem PreconditionFailed = new("precondition-failed", 412, "The record is not what the request takes it for");
    public static readonly Problem PreconditionRequired = new("precondition-required", 428, "A change names the version that it changes");
    public static readonly Problem KeyReused = new("key-reused", 422, "The idempotency key belongs to another request");
    public static readonly Problem StorageFailed = new("storage-failed", 503, "The store cannot be used just now");
    public static readonly Problem StorageFull = new("storage-full", 507, "There is no room left to write to");
    public static readonly Problem UriTooLong = new("uri-too-long", 414, "The address is too long");
    public static readonly Problem ContentTooLarge = new("content-too-large", 413, "The body is too large");
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "The body is in a format that this path does not take");
    public static readonly Problem InvalidBody = new("invalid-body", 422, "The body cannot be used as it stands");
    public static readonly Problem TooCostly = new("too-costly", 422, "The answer would take more work than one request may make");
    public static readonly Problem TooLarge = new("too-large-to-draw", 422, "There is more than a picture can show");
    public static readonly Problem PastNotReady = new("past-not-ready", 429, "The graph of that time is still being worked out");
    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "There were too many requests of this sort");
    public static readonly Problem Internal = new("internal-error", 500, "The program failed; the request may be right");
    public static readonly Problem NotReady = new("not-ready", 503, "The graph is still being loaded");

    public static readonly IReadOnlyList<Problem> All =
    [
        InvalidParameter, BadRequest, InvalidHeader, Unauthorized, Forbidden, UnknownPath, UnknownId, MethodNotAllowed, NotAcceptable, Conflict, InProgress, Gone, PreconditionFailed,
        ContentTooLarge, UriTooLong, UnsupportedMediaType, InvalidBody, TooCostly, TooLarge, KeyReused, PreconditionRequired, PastNotReady, TooManyRequests, Internal, NotReady, StorageFailed, StorageFull,
    ];

    private static readonly FrozenDictionary<string, Problem> ByCode = All.ToFrozenDictionary(problem => problem.Code);

    public string Type => $"/problems/{Code}";

    public static Problem? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>This problem, as the answer to a request.</summary>
    public ProblemResult With(string detail, params IReadOnlyList<ProblemError> errors) => new(this, detail, errors);
}
