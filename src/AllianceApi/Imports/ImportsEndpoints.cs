using System.Globalization;
using System.Text.Json;
using AllianceApi.Access;
using AllianceApi.Http;
using AllianceApi.Packs;
using AllianceApi.Shapes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Imports;

/// <summary>Packs that are sent to be loaded.</summary>
internal static class ImportsEndpoints
{
    private const string Path = "/api/v1/imports";
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddSingleton<ImportQueue>().AddSingleton<Importing>().Configure<SwaggerGenOptions>(options => options.OperationFilter<ImportOperations>());

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("imports", Post)
            .Describe("createImport", "Imports", "Send a pack to be loaded.",
                "Answers 202 with a job to ask for: `GET` its `Location` until its `status` is `succeeded`, `failed` or `cancelled`. A pack is the whole of its documents, loaded whole or not at all, and loading it again changes nothing; "
                + $"its problems come all at once. One import runs at a time, the others wait. Up to {ImportSettings.Default >> 20} MiB as `application/x-ndjson`, {PackFiles.LargestFile >> 20} MiB as JSON or as a zip of the folder.", typeof(ImportResponse), 202)
            .Takes(_ => [DryRun, Overwrite])
            .WithMetadata(new ImportBody())
            .Admins()
            .ProducesProblem(Problem.BadRequest, Problem.ContentTooLarge, Problem.UnsupportedMediaType, Problem.StorageFailed, Problem.StorageFull);
        api.MapMethods("imports", Read, List)
            .Describe("listImports", "Imports", "The packs that were sent, the newest first.", "Those that wait, the one that runs, and the last 200 that are over.", typeof(Page<ImportResponse>))
            .Admins();
        api.MapMethods("imports/{id}", Read, Get)
            .Describe("getImport", "Imports", "A pack that was sent, and how far it is.", "Ask again while it is `queued` or `running`. `outcome` has what it came to: the revision and what it changed, or what is wrong with it, each with its place and mend.", typeof(ImportResponse))
            .Try(_ => ["1"])
            .OfOne()
            .Admins();
        api.MapDelete("imports/{id}", Cancel)
            .Describe("cancelImport", "Imports", "Call an import off.", "One that waits is over at once; one that runs stops as soon as it can, and its `status` says when it has. One that is over is a 409.", typeof(ImportResponse))
            .Try(_ => ["1"])
            .Produces<ImportResponse>(202)
            .OfOne()
            .Admins()
            .ProducesProblem(Problem.Conflict);
    }

    private static RouteHandlerBuilder Admins(this RouteHandlerBuilder endpoint) =>
        endpoint.RequireScope(Scope.Admin).ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.NotReady);

    private static Parameter DryRun { get; } = Parameter.Switch<Given>("dryRun", "`true` reads and checks the pack and loads nothing.", (given, value) => given.DryRun = value);

    private static Parameter Overwrite { get; } = Parameter.Switch<Given>("overwrite", "`true` loads it even where what was made, changed, merged or deleted by hand would be lost or undone; else each of these is a problem.", (given, value) => given.Overwrite = value);

    private static async Task<IResult> Post(HttpContext context, ImportQueue queue, IConfiguration configuration)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || PackForms.OfMediaType($"{type.MediaType}") is not { } form)
            return Problem.UnsupportedMediaType.With($"Send the pack as one of {string.Join(", ", PackForms.MediaTypes)}, and say so in 'Content-Type'.");
        if (TextHeader.Read(context.Request, TextHeader.Note, TextHeader.LongestNote, out var note) is { } wrong)
            return wrong;
        if (await queue.WaitingAsync(context.RequestAborted) >= ImportQueue.MostWaiting)
            return Problem.TooManyRequests.With($"{ImportQueue.MostWaiting} imports are waiting already. Send this one when some of them are over.") with { RetryAfter = 30 };
        var (file, bytes, problem) = await TakeInAsync(context, queue, form, ImportSettings.LargestOf(configuration, form));
        if (problem is not null)
            return problem;
        var given = ReadQuery.Of(context).Own<Given>();
        var job = new ImportJob { File = file, Form = form, Bytes = bytes, DryRun = given.DryRun, Overwrite = given.Overwrite, By = context.Caller().Name, Note = note };
        await queue.AddAsync(job, CancellationToken.None);
        return new OwnResult<ImportResponse>(Of(job, null)) { Status = StatusCodes.Status202Accepted, Location = PathOf(job) };
    }

    private static async Task<(string File, long Bytes, ProblemResult? Problem)> TakeInAsync(HttpContext context, ImportQueue queue, PackForm form, long most)
    {
        const int NoSpaceLeft = 28;
        try
        {
            return await ReceiveAsync(context, queue, form, most);
        }
        catch (Exception error) when (error is IOException and not BadHttpRequestException or UnauthorizedAccessException && !context.RequestAborted.IsCancellationRequested)
        {
            return ("", 0, (error.HResult & 0xFFFF) == NoSpaceLeft
                ? Problem.StorageFull.With("The disk is full. Free some space; nothing was taken on.")
                : Problem.StorageFailed.With($"The pack cannot be kept: {error.Message} Nothing was taken on.") with { RetryAfter = 5 });
        }
    }

    /// <summary>Takes the body in, to the disk, before anything is promised.</summary>
    private static async Task<(string File, long Bytes, ProblemResult? Problem)> ReceiveAsync(HttpContext context, ImportQueue queue, PackForm form, long most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (context.Request.ContentLength > most)
            return ("", 0, TooLarge(context, most));
        var file = queue.NewFile(form);
        await using (file)
        {
            var kept = false;
            try
            {
                var buffer = new byte[128 * 1024];
                while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
                {
                    if (file.Position + read > most)
                        return ("", 0, TooLarge(context, most));
                    await file.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
                }
                if (file.Position == 0)
                    return ("", 0, Problem.BadRequest.With("The body is empty. Send a pack."));
                file.Flush(flushToDisk: true);
                kept = true;
                return (System.IO.Path.GetFileName(file.Name), file.Position, null);
            }
            finally
            {
                if (!kept)
                    File.Delete(file.Name);
            }
        }
    }

    private static ProblemResult TooLarge(HttpContext context, long most)
    {
        context.Response.Headers.Connection = "close";
        return Problem.ContentTooLarge.With($"The body is longer than {most:N0} bytes, the most that is taken in this form. Send what is large as application/x-ndjson; what is larger still is loaded by the command 'import'.");
    }

    private static async Task<IResult> List(HttpContext context, ImportQueue queue, Importing importing)
    {
        var jobs = await queue.ListAsync(context.RequestAborted);
        return OwnResult.Of(new Page<ImportResponse> { Items = [.. jobs.Select(job => Of(job, importing.ProgressOf(job)))], Total = jobs.Count, Next = null });
    }

    private static async Task<IResult> Get(string id, HttpContext context, ImportQueue queue, Importing importing) =>
        await FindAsync(id, queue, context.RequestAborted) is { } job ? OwnResult.Of(Of(job, importing.ProgressOf(job))) : Unknown(id);

    private static async Task<IResult> Cancel(string id, HttpContext context, ImportQueue queue, Importing importing)
    {
        if (await FindAsync(id, queue, context.RequestAborted) is not { } job)
            return Unknown(id);
        if (job.IsOver || !await importing.CancelAsync(job))
            return Problem.Conflict.With($"The import {id} is over already: see GET {PathOf(job)}.");
        job = (await queue.FindAsync(job.Id, context.RequestAborted))!;
        return new OwnResult<ImportResponse>(Of(job, importing.ProgressOf(job))) { Status = job.IsOver ? StatusCodes.Status200OK : StatusCodes.Status202Accepted };
    }

    private static async Task<ImportJob?> FindAsync(string id, ImportQueue queue, CancellationToken cancel) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await queue.FindAsync(number, cancel) : null;

    private static ProblemResult Unknown(string id) => Problem.UnknownId.With($"There is no import '{id}'. GET {Path} lists those that there are.");

    private static string PathOf(ImportJob job) => $"{Path}/{job.Id.ToString(CultureInfo.InvariantCulture)}";

    private static ImportResponse Of(ImportJob job, ImportProgress? progress) => new()
    {
        Id = job.Id,
        Status = job.Status,
        MediaType = job.Form.MediaType(),
        Bytes = job.Bytes,
        DryRun = job.DryRun,
        Overwrite = job.Overwrite,
        By = job.By,
        Note = job.Note,
        CreatedAt = job.CreatedAt,
        StartedAt = job.StartedAt,
        FinishedAt = job.FinishedAt,
        Progress = job.IsOver ? null : progress,
        Outcome = job.Outcome is { } outcome ? JsonSerializer.Deserialize<ImportOutcome>(outcome, Json.Options) : null,
        Links = new Links { Self = PathOf(job) },
    };

    private sealed class Given
    {
        public bool DryRun { get; set; }
        public bool Overwrite { get; set; }
    }
}
