using EngagementHub.Core.Hosting;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Search;

/// <summary>Offers the search.</summary>
public static class SearchRegistration
{
    /// <summary>Registers it; modules add what can be found and by what it can be narrowed down.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<SearchIndex>().AddScoped<ISearchAgain, SearchAgain>().AddScoped<Candidates>().AddScoped<ISearch, Finder>()
        .AddScoped<SearchRebuild>().AddScoped<IPrepareHub>(s => s.GetRequiredService<SearchRebuild>()).AddScoped<IHostCommand>(s => s.GetRequiredService<SearchRebuild>());
}
