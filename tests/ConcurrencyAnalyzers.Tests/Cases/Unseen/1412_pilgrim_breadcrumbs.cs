// Keeps the trail of a pilgrimage in the ambient context so that every stage can add the places it passes. difficulty: hard
namespace Cabinet.C1412;

public static class PilgrimTrail
{
    private static readonly AsyncLocal<List<string>?> s_places = new(); // expect: SYNC_PRIMITIVE?

    public static List<string> Places => s_places.Value ??= [];

    public static void Pass(string place) => Places.Add(place); // expect: RACE#1
}

public sealed class Pilgrimage(Func<string, Task<IReadOnlyList<string>>> walkStage)
{
    public async Task<int> WalkAsync(string start, IReadOnlyList<string> stages)
    {
        PilgrimTrail.Pass(start);
        await Task.WhenAll(stages.Select(stage => Task.Run(() => WalkStageAsync(stage))));
        return PilgrimTrail.Places.Count;
    }

    private async Task WalkStageAsync(string stage)
    {
        foreach (var place in await walkStage(stage))
        {
            PilgrimTrail.Pass(place); // expect: RACE#1
        }
    }
}
