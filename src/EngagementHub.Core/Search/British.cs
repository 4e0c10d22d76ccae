using System.Text.RegularExpressions;

namespace EngagementHub.Core.Search;

/// <summary>Writes a word one way however it was spelt in Britain or America. What it makes need not be a word anybody writes: text and question are folded alike.</summary>
internal static partial class British
{
    private static readonly Dictionary<string, string> OneByOne =
        "programme:program programmes:programs grey:gray greys:grays ageing:aging judgement:judgment judgements:judgments acknowledgement:acknowledgment acknowledgements:acknowledgments cheque:check cheques:checks tyre:tire tyres:tires kerb:curb kerbs:curbs sceptical:skeptical jewellery:jewelry mum:mom mums:moms learnt:learned spelt:spelled burnt:burned dreamt:dreamed woollen:woolen plough:plow aluminium:aluminum"
            .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);

    public static string Spelling(string word)
    {
        if (OneByOne.TryGetValue(word, out var other))
        {
            return other;
        }

        word = word.Contains('z') ? Ize().Replace(word, "s") : word;
        word = word.Contains("our", StringComparison.Ordinal) ? Our().Replace(word, "or") : word;
        word = word.Contains("re", StringComparison.Ordinal) ? Re().Replace(word, m => m.Groups[1].Value is "d" ? "ered" : m.Groups[1].Value is "s" ? "ers" : "er") : word;
        word = word.Contains("ll", StringComparison.Ordinal) ? DoubleL().Replace(word, "l") : word;
        word = word.Contains('s') ? Se().Replace(word, "c") : word;
        return OddEnds(word);
    }

    private static string OddEnds(string word)
    {
        word = word.Contains("ogue", StringComparison.Ordinal) ? Ogue().Replace(word, "og") : word;
        word = word.StartsWith("enquir", StringComparison.Ordinal) ? "inquir" + word[6..] : word;
        return word.StartsWith("paed", StringComparison.Ordinal) || word.StartsWith("haem", StringComparison.Ordinal) || word.StartsWith("anaes", StringComparison.Ordinal)
            ? word.Replace("ae", "e", StringComparison.Ordinal)
            : word.StartsWith("oestr", StringComparison.Ordinal) || word.StartsWith("manoeuv", StringComparison.Ordinal) ? word.Replace("oe", "e", StringComparison.Ordinal) : word;
    }

    // organize and analyze to organise and analyse; a short word before it keeps its z: size, prize, seize.
    [GeneratedRegex("(?<=^[a-z]{3,}[iy])z(?=(?:e|ed|es|er|ers|ing|ings|able|ation|ations|ational|ationally)$)")]
    private static partial Regex Ize();

    [GeneratedRegex("(?<=^(?:dis|un|mis|over|re|en)?(?:arb|ard|arm|behavi|cand|clam|col|dem|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|mort|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig))our")]
    private static partial Regex Our();

    [GeneratedRegex("(?<=cent|theat|lit|fib|calib|spect|lust|meag|somb|sab|^(?:kilo|centi|milli|micro|nano|peri)?met|^epicent|^och)re([sd]?)$")]
    private static partial Regex Re();

    // The stemmer undoubles the l of longer words by itself.
    [GeneratedRegex("(?<=^(?:re|un)?(?:fue|due|dia|gue|crue|tria|jewe|counci|counse|mode|marve|trave|cance|labe|leve|signa|chise|pane|quarre|riva|shove|tunne))ll(?=(?:ed|ing|ings|er|ers|or|ors)$)|(?<=^(?:un)?(?:ski|wi))ll(?=ful(?:ly|ness)?$)")]
    private static partial Regex DoubleL();

    [GeneratedRegex("(?<=^(?:un|self)?(?:licen|practi|defen|offen|preten))s(?=(?:e|es|ed|ing|er|ers|eless)$)")]
    private static partial Regex Se();

    [GeneratedRegex("(?<=^(?:catal|dial|anal|monol|prol|epil|homol))ogue(?=s?$)")]
    private static partial Regex Ogue();
}
