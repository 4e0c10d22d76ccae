using System.Collections.Frozen;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace EngagementHub.Responses.Suggestions;

/// <summary>The words of a text as they are compared: in lower case, without their endings, without those that say nothing about a subject.</summary>
internal static class Vocabulary
{
    // Behind the analyzer's own list of articles and prepositions: what people write in every comment, and days and numbers, which join comments that have nothing else in common. In the form in which the stemmer leaves them.
    private static readonly FrozenSet<string> Fillers =
        """
        i me my we our us you your he she his her him them who whom whose whi what which when where how all ani each few more most other some own same so than too veri just also still
        even much mani onli never ever becaus while until about after befor again onc here there am were been be have has had having do doe did doing done will would shall should can could may
        might must cannot get got gone go went come came make made take took taken give gave given say said tell told know knew think thought see saw seen use want need like pleas thank
        everyon everybodi everyth anyon anybodi anyth someon somebodi someth nobodi noth one two over under up down out off from abl sure quit rather yet now well good thing lot bit
        on why work peopl job staff colleagu long short show look back begin rang ring those these ask answer read write wrote word right part run ring day dai week month year hour minut time last next first second three four five six seven eight nine ten hundr ago sinc todai
        januari februari march april june juli august septemb octob novemb decemb mondai tuesdai wednesdai thursdai fridai happen tell told explain question comment leav put keep kept start end glad happi
        don't doesn't didn't isn't aren't wasn't can't won't i'm i've we're we've it's that's there's
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly EnglishAnalyzer Analyzer = new(LuceneVersion.LUCENE_48);

    /// <summary>Every word that counts, in order, with its place in the text so that it can be shown as it was written.</summary>
    public static IReadOnlyList<Word> Of(string text)
    {
        List<Word> words = [];
        using var tokens = Analyzer.GetTokenStream("text", text);
        var (term, place) = (tokens.AddAttribute<ICharTermAttribute>(), tokens.AddAttribute<IOffsetAttribute>());
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            var stem = term.ToString();
            if (stem.Length > 1 && !char.IsAsciiDigit(stem[0]) && !Fillers.Contains(stem))
            {
                words.Add(new Word(stem, text[place.StartOffset..place.EndOffset].ToLowerInvariant()));
            }
        }

        tokens.End();
        return words;
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Stem">What it is compared by.</param>
/// <param name="Written">As it was written, in lower case.</param>
internal readonly record struct Word(string Stem, string Written);
