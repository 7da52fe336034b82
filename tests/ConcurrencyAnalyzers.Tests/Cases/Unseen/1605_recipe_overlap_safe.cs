// Finds ingredients that occur in more than one recipe.
namespace Cases.U1605;

public sealed record Recipe(string Name, string Text);

public sealed class IngredientIndex
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public bool Register(string ingredient) => _seen.Add(ingredient.Trim());

    public int Count => _seen.Count;
}

public sealed class OverlapScan
{
    private readonly IngredientIndex _index = new();

    public (int Ingredients, string[] Overlapping) Run(IEnumerable<Recipe> recipes)
    {
        var overlapping = recipes
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(4)
            .Select(recipe => (recipe.Name, Ingredients: Split(recipe.Text)))
            .AsSequential()
            .Where(parsed => CountRepeated(parsed.Ingredients) > 2)
            .Select(parsed => parsed.Name)
            .ToArray();
        return (_index.Count, overlapping);
    }

    private int CountRepeated(string[] ingredients)
    {
        int repeated = 0;
        foreach (var ingredient in ingredients)
        {
            if (!_index.Register(ingredient))
            {
                repeated++;
            }
        }
        return repeated;
    }

    private static string[] Split(string text) =>
        text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries).Where(s => s.Length > 3).ToArray();
}
