// Counts the letters of the inscriptions of a vault by their language, with a table per partition. difficulty: hard
namespace Cabinet.C1385;

public sealed record VaultInscription(string Language, string Text);

public static class InscriptionCensus
{
    public static IReadOnlyDictionary<string, int> LettersByLanguage(IReadOnlyList<VaultInscription> inscriptions)
    {
        return inscriptions
            .AsParallel()
            .Aggregate(
                () => new Dictionary<string, int>(),
                (letters, inscription) =>
                {
                    letters[inscription.Language] =
                        letters.GetValueOrDefault(inscription.Language) + inscription.Text.Length;
                    return letters;
                },
                (all, part) =>
                {
                    foreach (var (language, count) in part)
                    {
                        all[language] = all.GetValueOrDefault(language) + count;
                    }
                    return all;
                },
                letters => letters);
    }
}
