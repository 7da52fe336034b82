namespace Pharmacy;

public sealed record Drug(string Code, string[] Substances);

public static class InteractionTable
{
    private static readonly Dictionary<(string, string), bool> s_verdicts = [];
    private static int s_evaluated;

    public static int Evaluated => s_evaluated; // expect: RACE?

    public static bool Clash(Drug a, Drug b)
    {
        var key = string.CompareOrdinal(a.Code, b.Code) < 0 ? (a.Code, b.Code) : (b.Code, a.Code);
        if (s_verdicts.TryGetValue(key, out bool verdict)) // expect: RACE#1
        {
            return verdict;
        }
        verdict = a.Substances.Intersect(b.Substances).Any();
        s_verdicts[key] = verdict; // expect: RACE#1
        s_evaluated++; // expect: RACE, NON_ATOMIC?
        return verdict;
    }
}

public sealed class Prescription(int patient, IReadOnlyList<Drug> drugs)
{
    public int Patient => patient;

    public IEnumerable<(Drug, Drug)> Clashes()
    {
        for (int i = 0; i < drugs.Count; i++)
        {
            for (int j = i + 1; j < drugs.Count; j++)
            {
                if (InteractionTable.Clash(drugs[i], drugs[j]))
                {
                    yield return (drugs[i], drugs[j]);
                }
            }
        }
    }
}

public static class NightlyReview
{
    public static List<int> Run(IReadOnlyCollection<Prescription> prescriptions)
    {
        return prescriptions
            .AsParallel()
            .WithDegreeOfParallelism(4)
            .Where(p => p.Clashes().Any())
            .Select(p => p.Patient)
            .ToList();
    }

    public static void Main()
    {
        Drug[] drugs = Enumerable.Range(0, 50).Select(i => new Drug($"D{i}", [$"s{i % 7}", $"s{i % 11}"])).ToArray();
        var prescriptions = Enumerable.Range(0, 1000)
            .Select(p => new Prescription(p, [drugs[p % 50], drugs[p * 7 % 50], drugs[p * 13 % 50]]))
            .ToList();
        Console.WriteLine($"{Run(prescriptions).Count} patients");
    }
}
