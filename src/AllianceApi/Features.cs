using AllianceApi.Access;
using AllianceApi.Changes;
using AllianceApi.Curation;
using AllianceApi.Debates;
using AllianceApi.Documents;
using AllianceApi.Entities;
using AllianceApi.Export;
using AllianceApi.History;
using AllianceApi.Http;
using AllianceApi.Imports;
using AllianceApi.Matching;
using AllianceApi.Relations;
using AllianceApi.Schema;
using AllianceApi.Search;
using AllianceApi.Service;
using AllianceApi.Statements;
using AllianceApi.Timeline;
using AllianceApi.Traversal;
using AllianceApi.Verification;
using AllianceApi.Webhooks;

namespace AllianceApi;

/// <summary>The features that there are, a line each.</summary>
internal static class Features
{
    public static void MapFeatures(this WebApplication app)
    {
        app.MapOperations();
        app.MapVocabulary();
        var api = app.MapApi().GuardReads();
        api.MapService();
        api.MapEntities();
        api.MapRelations();
        api.MapStatements();
        api.MapDocuments();
        api.MapSchema();
        api.MapDebates();
        api.MapTimeline();
        api.MapSearch();
        api.MapTraversal();
        api.MapMatching();
        api.MapVerification();
        api.MapExport();
        api.MapCuration();
        api.MapHistory();
        api.MapChanges();
        api.MapImports();
        api.MapWebhooks();
    }
}
