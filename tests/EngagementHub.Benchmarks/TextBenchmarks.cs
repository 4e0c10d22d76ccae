using BenchmarkDotNet.Attributes;
using EngagementHub.Core.Text;

namespace EngagementHub.Benchmarks;

/// <summary>What a comment costs to render.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const string Ordinary = "I have **waited** four weeks for an account. See [the code](/code-of-conduct).\n\n- one\n- two\n\n> quoted";

    [Benchmark]
    public string Comment() => CommentText.ToHtml(Ordinary);
}
