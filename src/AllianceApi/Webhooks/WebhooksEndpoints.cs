using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AllianceApi.Access;
using AllianceApi.Changes;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Shapes;

namespace AllianceApi.Webhooks;

/// <summary>Receivers of changes: registered, looked after, told again.</summary>
internal static class WebhooksEndpoints
{
    private const string Path = "/api/v1/webhooks";
    private const string MergePatch = "application/merge-patch+json";
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(WebhookSettings.Of(configuration)).AddSingleton<Reach>().AddSingleton<Courier>().AddSingleton<WebhookBook>();

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapPost("webhooks", Post)
            .Describe("createWebhook", "Webhooks", "Register somebody to be told of changes.",
                "Each revision with a change of the `types` is sent to `url` by POST, in order and at least once, signed by the Standard Webhooks specification (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`) with the `secret` "
                + "that only this answer shows. Any 2xx takes it; else it is tried again, more and more rarely for about three days, and then disabled. Redirects are not followed, and nothing is sent to this machine or to private networks "
                + "unless the settings allow it.", typeof(WebhookResponse), 201)
            .TakesBody<WebhookRegistration>(_ => [new BodyExample("all", "All changes from now on", """{ "url": "https://example.org/alliance", "types": ["*"] }""")])
            .Admins().ProducesProblem(Problem.Conflict);
        api.MapMethods("webhooks", Read, List)
            .Describe("listWebhooks", "Webhooks", "Who is told of changes.", "Each with how far it is, and what is wrong with it.", typeof(Page<WebhookResponse>))
            .Admins();
        api.MapMethods("webhooks/{id}", Read, Get)
            .Describe("getWebhook", "Webhooks", "Somebody who is told of changes.", "How far it is, and what is wrong with it.", typeof(WebhookResponse))
            .Try(Example).OfOne().Admins();
        api.MapPatch("webhooks/{id}", Patch)
            .Describe("patchWebhook", "Webhooks", "Change where and of what somebody is told, or whether at all.", "A JSON Merge Patch (RFC 7396). One that is set to `active` again goes on where it stopped.", typeof(WebhookResponse))
            .Accepts<WebhookPatch>(MergePatch, "application/json")
            .Try(Example)
            .ProducesProblem(Problem.BadRequest, Problem.ContentTooLarge, Problem.UnsupportedMediaType, Problem.InvalidBody)
            .OfOne().Admins();
        api.MapDelete("webhooks/{id}", Delete)
            .Describe("deleteWebhook", "Webhooks", "Tell somebody nothing any more.", "It is forgotten, with what was sent to it.", typeof(WebhookResponse))
            .Try(Example).OfOne().Admins();
        api.MapMethods("webhooks/{id}/deliveries", Read, Deliveries)
            .Describe("listDeliveries", "Webhooks", "What was sent to somebody, the newest first.", "One message a revision, with what became of it. The last thousand or so are kept.", typeof(Page<DeliveryResponse>))
            .Takes(_ => [PageParameters.Limit, PageParameters.Continue])
            .Try(Example).OfOne().Admins();
        api.MapPost("webhooks/{id}/deliveries/{number}/redeliver", Redeliver)
            .Describe("redeliver", "Webhooks", "Send a message again, now.", "Tries once, and answers with what came of it. It moves nothing else: what is due is sent as before.", typeof(DeliveryResponse))
            .Try(graph => [.. Example(graph), "12"]).OfOne().Admins();
    }

    /// <summary>What an id looks like: there is none that every server has.</summary>
    private static IEnumerable<string?> Example(Snapshot graph) => ["9f8c2b7d1e3a4f60"];

    private static RouteHandlerBuilder Admins(this RouteHandlerBuilder endpoint) => endpoint
        .RequireScope(Scope.Admin).ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.NotReady, Problem.StorageFailed, Problem.StorageFull);

    private static async Task<IResult> Post(HttpContext context, Snapshot graph, WebhookBook book, Reach reach)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        if (problem is not null)
            return problem;
        using (body)
        {
            if (NoObject(body!.RootElement) is { } wrong)
                return wrong;
            var sent = new WebhookBody(body.RootElement, reach);
            sent.Allow("url", "types", "since");
            var (url, types, since) = (await sent.UrlAsync(required: true, context.RequestAborted), sent.TypesSent(), sent.Since(graph));
            if (sent.Errors.Count > 0)
                return Invalid(sent);
            var webhook = new Webhook { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Url = url!, Types = types ?? "*", Secret = [], By = context.Caller().Name, Delivered = since };
            return await book.AddAsync(webhook)
                ? new OwnResult<WebhookResponse>(Of(webhook, graph) with { Secret = Message.Shown(webhook.Secret) }) { Status = StatusCodes.Status201Created, Location = PathOf(webhook.Id) }
                : Problem.Conflict.With($"There are {WebhookBook.MostWebhooks} webhooks already. Delete one that is not needed any more.");
        }
    }

    private static async Task<IResult> List(Snapshot graph, WebhookBook book)
    {
        var webhooks = await book.ListAsync();
        return OwnResult.Of(new Page<WebhookResponse> { Items = [.. webhooks.Select(webhook => Of(webhook, graph))], Total = webhooks.Count, Next = null });
    }

    private static async Task<IResult> Get(string id, Snapshot graph, WebhookBook book) => await book.FindAsync(id) is { } webhook ? OwnResult.Of(Of(webhook, graph)) : Unknown(id);

    private static async Task<IResult> Patch(string id, HttpContext context, Snapshot graph, WebhookBook book, Reach reach)
    {
        if (await book.FindAsync(id) is not { } webhook)
            return Unknown(id);
        var (bytes, problem) = await JsonBody.BytesAsync(context, JsonBody.MostBytes);
        var (body, unreadable) = problem is null ? JsonBody.Parse(bytes) : (null, problem);
        if (unreadable is not null)
            return unreadable;
        using (body)
        {
            if (NoObject(body!.RootElement) is { } wrong)
                return wrong;
            var sent = new WebhookBody(body.RootElement, reach);
            sent.Allow("url", "types", "status");
            var (url, types, disabled) = (await sent.UrlAsync(required: false, context.RequestAborted), sent.TypesSent(), sent.IsDisabled());
            if (sent.Errors.Count > 0)
                return Invalid(sent);
            (webhook.Url, webhook.Types) = (url ?? webhook.Url, types ?? webhook.Types);
            await book.UpdateAsync(webhook, disabled switch { true => $"Disabled by {context.Caller().Name}.", false => null, _ => webhook.DisabledWhy });
        }
        return await Get(id, graph, book);
    }

    private static async Task<IResult> Delete(string id, Snapshot graph, WebhookBook book) =>
        await book.FindAsync(id) is { } webhook && await book.RemoveAsync(id) ? OwnResult.Of(Of(webhook, graph)) : Unknown(id);

    private static async Task<IResult> Deliveries(string id, HttpContext context, Query query, WebhookBook book)
    {
        if (await book.FindAsync(id) is null)
            return Unknown(id);
        var found = await book.DeliveriesAsync(id, NumberedPage.Before(query), query.Limit + 1);
        return OwnResult.Of(NumberedPage.Of(context, query, [.. found.Select(delivery => (delivery.Revision, Of(delivery)))], await book.CountDeliveriesAsync(id)));
    }

    private static async Task<IResult> Redeliver(string id, string number, HttpContext context, Snapshot graph, WebhookBook book, Courier courier, Archive archive)
    {
        if (await book.FindAsync(id) is not { } webhook)
            return Unknown(id);
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) || revision > graph.Revision || await book.FindDeliveryAsync(id, revision) is null)
            return Problem.UnknownId.With($"There is no delivery '{number}' of this webhook. GET {PathOf(id)}/deliveries lists those that there are.");
        if (Message.Of(webhook, archive.Revisions([revision])[revision], graph, new ChangesOf(graph, archive)) is not { } message)
            return Problem.Conflict.With("The webhook is about nothing of this revision any more: its types were changed.");
        var attempt = await courier.TryAsync(webhook, message, context.RequestAborted);
        return OwnResult.Of(Of(await book.NoteAsync(id, revision, attempt)));
    }

    private static ProblemResult? NoObject(JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? null
        : Problem.InvalidBody.With("The body is a JSON object.", new ProblemError { Pointer = "", Message = $"The body is a JSON object, not {body.ValueKind}." });

    private static ProblemResult Invalid(WebhookBody sent) => Problem.InvalidBody.With(string.Join(' ', sent.Errors.Take(5).Select(error => error.Message)), sent.Errors);

    private static ProblemResult Unknown(string id) => Problem.UnknownId.With($"There is no webhook '{id}'. GET {Path} lists those that there are.");

    private static string PathOf(string id) => $"{Path}/{id}";

    private static WebhookResponse Of(Webhook webhook, Snapshot graph) => new()
    {
        Id = webhook.Id,
        Url = webhook.Url,
        Types = webhook.Types.Split(','),
        Status = webhook.DisabledAt is null ? WebhookBody.Active : WebhookBody.Disabled,
        Reason = webhook.DisabledWhy,
        Delivered = webhook.Delivered,
        Behind = Math.Max(0, graph.Revision - webhook.Delivered),
        Failures = webhook.Failures,
        NextTry = webhook.NextTry,
        By = webhook.By,
        CreatedAt = webhook.CreatedAt,
        Links = new WebhookLinks { Self = PathOf(webhook.Id), Deliveries = $"{PathOf(webhook.Id)}/deliveries" },
    };

    private static DeliveryResponse Of(Delivery delivery) => new()
    {
        Number = delivery.Revision,
        MessageId = Message.IdOf(delivery.WebhookId, delivery.Revision),
        Status = delivery.IsDelivered ? "delivered" : "failed",
        Attempts = delivery.Attempts,
        FirstAt = delivery.FirstAt,
        LastAt = delivery.LastAt,
        ResponseStatus = delivery.ResponseStatus,
        Error = delivery.Error,
        Milliseconds = delivery.Milliseconds,
        Links = new DeliveryLinks { Redeliver = $"{PathOf(delivery.WebhookId)}/deliveries/{delivery.Revision.ToString(CultureInfo.InvariantCulture)}/redeliver" },
    };
}
