using BenchmarkDotNet.Running;
using EngagementHub.Benchmarks;

// engine: BenchmarkDotNet on the arithmetic and the text. themes: suggested themes against k-means on labelled texts. start, post: the published host in a process of its own, over HTTP.
switch (args)
{
    case ["start", ..]:
        await StartUp.MeasureAsync();
        break;
    case ["post", ..]:
        await PostPage.MeasureAsync();
        break;
    case ["themes", .. var files]:
        SuggestedThemes.Measure(files);
        break;
    case ["engine", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(PostPage).Assembly).Run(rest);
        break;
    default:
        Console.WriteLine("Usage: dotnet run -c Release --project tests/EngagementHub.Benchmarks -- start | post | themes [FILE...] | engine [--filter *]");
        break;
}
