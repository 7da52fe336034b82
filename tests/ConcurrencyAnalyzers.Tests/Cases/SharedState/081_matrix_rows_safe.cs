// Every iteration writes its own row.
namespace Cases.S081;

public static class Blur
{
    public static double[][] Apply(double[][] image)
    {
        var result = new double[image.Length][];
        Parallel.For(0, image.Length, y =>
        {
            var row = new double[image[y].Length];
            for (int x = 1; x < row.Length - 1; x++)
            {
                row[x] = (image[y][x - 1] + image[y][x] + image[y][x + 1]) / 3;
            }

            result[y] = row;
        });
        return result;
    }
}
